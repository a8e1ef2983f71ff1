import { describe, expect, it } from 'vitest';
import { isOnlyHere } from '../../src/cli/only-here.js';

describe('a house that is reached from its own machine alone', () => {
  it.each(['127.0.0.1', '127.0.0.53', 'localhost', '::1'])('listens on %s', (host) => {
    expect(isOnlyHere({ host })).toBe(true);
    expect(isOnlyHere({ host, publicAddress: 'http://localhost:3000' })).toBe(true);
    expect(isOnlyHere({ host, publicAddress: 'https://index.example' })).toBe(false);
  });

  it.each(['0.0.0.0', '::', '192.168.1.5', 'index.example', '127.0.0.1.example', 'localhost.example'])(
    'does not listen on %s',
    (host) => {
      expect(isOnlyHere({ host })).toBe(false);
    },
  );
});
