/** Whatever is done to a definition, it is read to the end: faults or none, never an exception, never without bound. */
import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkDefinitionTexts } from '../../src/library/check-definition.js';

const tiny = (name: string) => readFileSync(`tests/fixtures/definitions/tiny/${name}.yaml`, 'utf8');
const ROBUSTNESS = `robustness:
  runs: 100
  doubt: { guess: 0.25 }
  analyses:
    all: ['weights:0.25', doubt]
    pillars: ['weights:uniform@pillar', 'aggregate=arithmetic|geometric']
`;
const FILES = [tiny('questionnaire'), tiny('framework'), tiny('method') + ROBUSTNESS] as const;

/** Pieces that mean something to YAML, to the shapes or to JavaScript. */
const piece = fc.oneof(
  fc.constantFrom(
    ...[
      '[',
      ']',
      '{',
      '}',
      ':',
      ': ',
      '- ',
      '? ',
      '"',
      "'",
      '|',
      '>',
      '#',
      '&a ',
      '*a ',
      '!t ',
      '%',
      '@',
      '`',
      ',',
      '\n',
      '\t',
      '\r',
      '\n\n    ',
    ],
    ...[
      '__proto__: {}',
      'constructor',
      'toString',
      'type',
      'id: q1',
      'when: { not: {} }',
      'yes',
      '-0',
      '1e999',
      'NaN',
      '.inf',
      '0x1F',
      '~',
    ],
    ...[
      'rule: { type: reversed, rule: { type: reversed, rule: share, low: 0, high: 1 }, low: 0, high: 1 }',
      'questions: []',
      'children: []',
      'rows: x',
    ],
  ),
  fc.string({ maxLength: 12, unit: 'binary' }),
);
type Edit = { readonly file: number; readonly at: number; readonly cut: number; readonly piece: string };
const edit: fc.Arbitrary<Edit> = fc.record({ file: fc.nat(2), at: fc.nat(2500), cut: fc.nat(60), piece });

const NAMES = ['questionnaire.yaml', 'framework.yaml', 'method.yaml'] as const;

/** By file. */
function checkTexts(texts: readonly string[]) {
  const files = Object.fromEntries(NAMES.map((name, at) => [name, texts[at] ?? '']));
  const { faults } = checkDefinitionTexts('tiny', files);
  return NAMES.map((name) => faults.filter(({ file }) => file === name));
}

describe('a mutated definition', () => {
  it('is read to the end, and every fault has a place in its file', () => {
    fc.assert(
      fc.property(fc.array(edit, { minLength: 1, maxLength: 8 }), (edits) => {
        const texts: string[] = [...FILES];
        for (const { file, at, cut, piece: put } of edits) {
          const text = texts[file] ?? '';
          const from = at % (text.length + 1);
          texts[file] = text.slice(0, from) + put + text.slice(from + cut);
        }
        checkTexts(texts).forEach((faults, file) => {
          const lines = (texts[file] ?? '').split('\n').length;
          for (const { line, column, message } of faults) {
            expect(line >= 1 && line <= lines && column >= 1, `${message} at ${line}:${column}`).toBe(true);
            expect(message).not.toMatch(/undefined|\[object|unnamed-/);
          }
        });
      }),
      { numRuns: 200, seed: 20240229 },
    );
  }, 60_000);

  it('that lost any one line is read to the end and says no more than a few things', () => {
    for (const [file, text] of FILES.entries()) {
      const lines = text.split('\n');
      for (const at of lines.keys()) {
        const texts: string[] = [...FILES];
        texts[file] = lines.toSpliced(at, 1).join('\n');
        const said = checkTexts(texts).flat();
        expect(
          said.length,
          `without line ${at + 1} of ${lines[at]}: ${said.map((one) => one.message).join('; ')}`,
        ).toBeLessThan(12);
      }
    }
  });
});
