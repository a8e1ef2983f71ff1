/** What method.yaml says is core's Method, key by key: neither can change without the other. */
import { describe, expect, it } from 'vitest';
import type { z } from 'zod';
import type { Method } from '../../src/core/scoring/method.js';
import { methodShape } from '../../src/library/shapes/method-shape.js';
import { tinyMethod } from '../fixtures/tiny-survey.js';

type Read = z.output<typeof methodShape>;
/** Both ways: what is read can be computed with, and nothing core knows is unreadable. Fails to compile otherwise. */
const readable: (read: Read) => Method = (read) => read;
type Writable<T> = T extends (infer E)[] | readonly (infer E)[]
  ? Writable<E>[]
  : T extends object
    ? { -readonly [K in keyof T]: Writable<T[K]> }
    : T;
const written: (method: Writable<Method>) => Read = (method) => method;

describe('a method', () => {
  it('is read as core knows it', () => {
    const { nodes, ...plain } = tinyMethod;
    const texts = JSON.parse(JSON.stringify(plain), (_key, value) =>
      typeof value === 'number' ? String(value) : value,
    );
    const read = readable(methodShape.parse(texts));
    expect(read).toEqual({ ...plain, nodes });
    expect(written(read as Writable<Method>)).toBe(read);
  });
});
