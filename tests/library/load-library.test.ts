/** The library as the program starts with it, and what keeps it from starting. */
import { appendFileSync, cpSync, mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { faultLine } from '../../src/library/faults.js';
import { loadLibrary } from '../../src/library/load-library.js';

const EDITION = `title: Tiny 2024
series: Tiny
year: 2024
definition: tiny
kind: published
date: 2024-05-06
figures: { file: tiny-2024.csv, level: sub-pillar, precision: two decimals, decimals: 2 }
groups:
  - { id: all, name: All three, on: 2024-05-06, countries: [XAA, XAB, XAC] }
main-group: all
comparability: { class: tiny, breaks: there is no other }
source: ours
citation: nobody's
`;
const FIGURES = 'country,index,1,1.1,1.2\nXAB,0.5,0.4,0.30,\nXAA,,,0.1,0.2\nXAC,,,,0.9\ngroup:all,0.5,,,0.55\n';

const ANALYSES = `robustness:
  analyses:
    all: ['weights:0.25', doubt]
    pillars: ['weights:uniform@pillar']
    indicators: ['weights:uniform@indicator', 'drop:indicators']
    answers: [doubt]
    rules: ['normalise=rank|none', 'impute=mean|median', doubt]
`;

/** A root with the tiny definition, its method with a section more, and one edition of it. */
function rootWith(edition: string, figures: string, section = ''): string {
  const root = mkdtempSync(join(tmpdir(), 'alidade-'));
  cpSync('tests/fixtures/definitions/tiny', join(root, 'questionnaires', 'tiny'), { recursive: true });
  appendFileSync(join(root, 'questionnaires', 'tiny', 'method.yaml'), section);
  mkdirSync(join(root, 'data', 'editions'), { recursive: true });
  writeFileSync(join(root, 'data', 'countries.csv'), 'code,name\nXAA,Arvenia\nKOR,Korea\n');
  writeFileSync(join(root, 'data', 'editions', 'tiny-2024.yaml'), edition);
  writeFileSync(join(root, 'data', 'editions', 'tiny-2024.csv'), figures);
  return root;
}

function refusals(edition: string, figures: string, section = ''): readonly string[] {
  const root = rootWith(edition, figures, section);
  const loaded = loadLibrary(root);
  return 'faults' in loaded ? loaded.faults.map((fault) => faultLine(fault).replace(`${root}/data/editions/`, '')) : [];
}

describe('the library of the project', () => {
  const loaded = loadLibrary('.');
  const library = 'library' in loaded ? loaded.library : undefined;

  it('is sound', () => {
    expect('faults' in loaded && loaded.faults.map(faultLine)).toBe(false);
  });

  it('holds the published editions with their figures', () => {
    const edition = library?.editions.get('ourdata-2023');
    expect(edition?.countries).toHaveLength(40);
    expect(edition?.figures?.given).toHaveLength(360);
    expect(edition?.figures?.given).toContainEqual({ country: 'KOR', node: '1.1', value: expect.any(Number) });
    expect(edition?.figures?.published.filter(({ node }) => node === 'index')).toHaveLength(3);
    expect(edition?.definition).toBe(library?.definitions.get('ourdata-2023'));
    expect(library?.editions.get('ourdata-2017')?.figures?.given).toHaveLength(35 * 9);
  });

  it('knows countries by our names first, by the usual ones else, and invented ones', () => {
    expect(library?.countries.nameOf('KOR')).toBe('Korea');
    expect(library?.countries.nameOf('BTN')).toBe('Bhutan');
    expect(['XAA', 'XZZ', 'NAM'].every((code) => library?.countries.isKnown(code))).toBe(true);
    expect(['ZZZ', 'kor', 'EUR', '', 'toString'].some((code) => library?.countries.isKnown(code))).toBe(false);
  });
});

describe('an edition', () => {
  it('sorts its figures into those that feed the engine, those kept beside, and means of groups', () => {
    const loaded = loadLibrary(rootWith(EDITION, FIGURES));
    const edition = 'library' in loaded ? loaded.library.editions.get('tiny-2024') : undefined;
    expect(edition?.countries).toEqual(['XAA', 'XAB', 'XAC']);
    expect(edition?.figures).toEqual({
      given: [
        { country: 'XAB', node: '1.1', value: 0.3 },
        { country: 'XAA', node: '1.1', value: 0.1 },
        { country: 'XAA', node: '1.2', value: 0.2 },
        { country: 'XAC', node: '1.2', value: 0.9 },
      ],
      published: [
        { country: 'XAB', node: 'index', value: 0.5 },
        { country: 'XAB', node: '1', value: 0.4 },
      ],
      publishedGroups: [
        { group: 'all', node: 'index', value: 0.5 },
        { group: 'all', node: '1.2', value: 0.55 },
      ],
      precision: 'two decimals',
      decimals: 2,
    });
    expect(edition?.groups[0]?.shortName).toBe('All three');
    expect(edition?.definition.hash).toMatch(/^[0-9a-f]{64}$/);
  });

  it('is refused with every fault of its file', () => {
    const edition = EDITION.replace('definition: tiny', 'definition: tinny')
      .replace('date: 2024-05-06', 'date: 6 May')
      .replace('[XAA, XAB, XAC]', '[XAA, XAA, ABC, KOR]')
      .replace('main-group: all', 'main-group: al')
      .replace('source: ours', 'sauce: ours');
    expect(refusals(edition, FIGURES)).toEqual([
      "tiny-2024.yaml:4:13: there is no definition 'tinny'; did you mean 'tiny'?",
      "tiny-2024.yaml:6:7: 'date' must be a date written 2023-12-14, not '6 May'",
      'tiny-2024.yaml:9:66: XAA is there twice',
      "tiny-2024.yaml:9:71: unknown country 'ABC': use ISO 3166-1 alpha-3 codes, or XAA–XZZ",
      "tiny-2024.yaml:10:13: there is no group 'al': there are all",
      "tiny-2024.yaml:12:1: unknown key 'sauce'; did you mean 'source'?",
    ]);
  });

  it('is put to all tests of its method, or to those that it names, in its order', () => {
    const analyses = (edition: string) => {
      const loaded = loadLibrary(rootWith(edition, FIGURES, ANALYSES));
      return 'library' in loaded ? loaded.library.editions.get('tiny-2024')?.analyses : loaded.faults.map(faultLine);
    };
    expect(analyses(`${EDITION}analyses: [pillars, all]\n`)).toEqual(['pillars', 'all']);
    const answered = EDITION.replace(/figures: .*/, 'countries: [XAA, XAB, XAC]').replace('published', 'demonstration');
    expect(analyses(answered)).toEqual(['all', 'pillars', 'indicators', 'answers', 'rules']);
  });

  it('is refused where it names a test that is not there, or that its figures could not but pass', () => {
    const edition = `${EDITION}analyses: [pilars, all, all, indicators, answers, rules]\n`;
    expect(refusals(edition, FIGURES, ANALYSES)).toEqual([
      "tiny-2024.yaml:14:12: the method has no analysis 'pilars'; did you mean 'pillars'?",
      'tiny-2024.yaml:14:25: all is there twice',
      "tiny-2024.yaml:14:30: the analysis 'indicators' varies nothing that the figures of this edition hang on",
      "tiny-2024.yaml:14:42: the analysis 'answers' varies nothing that the figures of this edition hang on",
      "tiny-2024.yaml:14:51: the analysis 'rules' varies nothing that the figures of this edition hang on",
    ]);
    expect(refusals(EDITION, FIGURES, ANALYSES)).toHaveLength(3);
    expect(refusals(EDITION, FIGURES, ANALYSES)[0]).toMatch(
      /^tiny-2024.yaml:1:1: the analysis 'indicators' varies nothing .*: name the others under 'analyses'$/,
    );
  });

  it('is refused with every fault of its figures', () => {
    const figures = [
      'country,index,1.1,1.3,i1',
      'XAA,0.5,0.5,,',
      'XAA,0.5,0.5,,',
      'ABC,0.5,0.5,,',
      'XAB,1.5,about 0.5,,',
      'XAC,0.5,NaN,,',
      'group:some,0.5,,,',
      'XAD,0.5',
    ];
    expect(refusals(EDITION, `${figures.join('\n')}\n`).filter((line) => line.startsWith('tiny-2024.csv'))).toEqual([
      "tiny-2024.csv:1:1: there is no node '1.3'; did you mean '1.1'?",
      "tiny-2024.csv:1:1: 'i1' lies below the level whose figures feed the engine",
      "tiny-2024.csv:3:1: 'XAA' is there twice; first on line 2",
      "tiny-2024.csv:4:1: unknown country 'ABC': use ISO 3166-1 alpha-3 codes, or XAA–XZZ",
      "tiny-2024.csv:5:1: 1.5 for 'index' is outside the scale from 0 to 1",
      "tiny-2024.csv:5:1: 'about 0.5' for '1.1' is not a number",
      "tiny-2024.csv:6:1: 'NaN' for '1.1' is not a number",
      "tiny-2024.csv:7:1: the edition has no group 'some'",
      'tiny-2024.csv:8:1: the row has 2 cells where the header has 5',
    ]);
  });

  it('is refused where a member, or somebody withheld, does not take part', () => {
    expect(refusals(`${EDITION.replace('XAC]', 'XAD]')}withheld: { XAE: late }\n`, FIGURES)).toEqual([
      'tiny-2024.yaml:9:71: XAD does not take part in the edition',
      'tiny-2024.yaml:14:18: XAE does not take part in the edition',
    ]);
  });

  it('is refused with figures and a list of countries, or with neither, or without the file it names', () => {
    expect(refusals(`${EDITION}countries: [XAA, XAB, XAC]\n`, FIGURES)).toEqual([
      "tiny-2024.yaml:1:1: an edition has either 'figures' or a list of 'countries'",
    ]);
    expect(refusals(EDITION.replace('tiny-2024.csv', 'tiny.csv').replace('sub-pillar', 'layer'), FIGURES)).toEqual([
      "tiny-2024.yaml:7:35: the definition has no level 'layer': it has index, pillar, sub-pillar, indicator",
    ]);
    expect(refusals(EDITION.replace('tiny-2024.csv', 'tiny.csv'), FIGURES)).toEqual([
      "tiny-2024.yaml:7:18: there is no file 'tiny.csv' beside the edition",
    ]);
  });

  it('waits for its definition to be sound', () => {
    const root = rootWith(EDITION, FIGURES);
    const method = join(root, 'questionnaires', 'tiny', 'method.yaml');
    writeFileSync(method, readFileSync(method, 'utf8').replace('weights: equal', 'weights: even'));
    const loaded = loadLibrary(root);
    expect('faults' in loaded && loaded.faults.map((fault) => fault.message)).toEqual([
      "'weights' must be one of equal, stated, principal-components, equal-influence, benefit-of-the-doubt, or { set: … }, not 'even'",
    ]);
  });
});
