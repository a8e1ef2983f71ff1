/** The JSON Schemas under docs/ are those of the shapes that check. */
import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { jsonSchemas } from '../../src/library/json-schemas.js';

describe('the schemas for editors', () => {
  it('are what `npx alidade schemas` writes today', () => {
    const written = readdirSync('docs/schemas').sort();
    expect(written).toEqual([...jsonSchemas().keys()].sort());
    for (const [name, text] of jsonSchemas()) {
      expect(readFileSync(`docs/schemas/${name}`, 'utf8') === text, `${name} is stale: run npx alidade schemas`).toBe(
        true,
      );
    }
  });

  it('describe every key', () => {
    const bare: string[] = [];
    const visit = (at: unknown, path: string): void => {
      if (typeof at !== 'object' || at === null) return;
      if ('properties' in at && typeof at.properties === 'object' && at.properties !== null) {
        for (const [key, value] of Object.entries(at.properties)) {
          const isSaid = 'description' in value || '$ref' in value || 'const' in value || 'allOf' in value;
          if (!isSaid) bare.push(`${path}/${key}`);
        }
      }
      for (const [key, value] of Object.entries(at)) visit(value, `${path}/${key}`);
    };
    for (const [name, text] of jsonSchemas()) visit(JSON.parse(text), name);
    expect(bare).toEqual([]);
  });

  it('take numbers and words as an editor reads them', () => {
    const method = JSON.parse(jsonSchemas().get('method.schema.json') ?? '');
    expect(method.properties.coverage).toMatchObject({ type: 'number', minimum: 0, maximum: 1 });
    expect(method.properties.ranking.properties.tolerance.type).toBe('number');
  });
});
