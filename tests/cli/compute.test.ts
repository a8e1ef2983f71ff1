/** `alidade compute`: the tiny survey by hand, given scores, groups, and every way a file can be wrong. */
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { type Ran, run } from './run.js';

const TINY = 'tests/fixtures/definitions/tiny';
const ANSWERS = 'tests/fixtures/answers/tiny.csv';
const folder = mkdtempSync(join(tmpdir(), 'alidade-'));

function file(name: string, text: string | Uint8Array): string {
  const path = join(folder, name);
  writeFileSync(path, text);
  return path;
}

const compute = (...args: readonly string[]): Promise<Ran> => run('compute', TINY, ...args);

/** `country node` → the rest of the row. */
function rowsOf({ out }: Ran): ReadonlyMap<string, string> {
  const [, ...lines] = out.trimEnd().split('\n');
  return new Map(lines.map((line) => [line.split(',').slice(0, 2).join(' '), line.split(',').slice(2).join(',')]));
}

async function refusals(answers: string | Uint8Array): Promise<readonly string[]> {
  const path = file('answers.csv', answers);
  const { code, out, err } = await compute('--answers', path);
  expect([code, out]).toEqual([1, '']);
  return err
    .trimEnd()
    .split('\n')
    .map((line) => line.replace(path, 'answers.csv'));
}

describe('the tiny survey by hand', () => {
  it('is computed from answers, every node for every country', async () => {
    const ran = await compute('--answers', ANSWERS);
    const rows = rowsOf(ran);
    expect([ran.code, ran.err]).toEqual([0, '']);
    expect(ran.out.split('\n')[0]).toBe('country,node,level,score,rank,presented,coverage,status');
    expect(rows.size).toBe(3 * 15);
    expect(rows.get('XAA index')).toBe('4,0.78125,1,0.78,1,computed');
    expect(rows.get('XAB index')).toBe('4,0.3125,2,0.31,1,computed');
    expect(rows.get('XAC index')).toBe('4,,,,0.875,blocked by i4: not-known');
    expect(rows.get('XAC i4')).toBe('1,,,,0,missing: not-known');
    expect(rows.get('XAB i6')).toBe('1,0,2,0.00,1,treated: not-asked');
  });

  it('is ordered by country, then by node, in code-unit order, groups last', async () => {
    const groups = file('groups.csv', 'group,country\nb,XAA\na,XAB\na,XAA\n');
    const keys = [...rowsOf(await compute('--answers', ANSWERS, '--groups', groups)).keys()];
    expect(keys.slice(0, 4)).toEqual(['XAA 1', 'XAA 1.1', 'XAA 1.2', 'XAA 2']);
    expect(keys.slice(14, 16)).toEqual(['XAA index', 'XAB 1']);
    expect(keys.at(-1)).toBe('group:b index');
    expect(keys).toEqual([...keys].sort((a, b) => (a < b ? -1 : 1)));
  });

  it('gives a group the mean of the members that have a score, and no rank', async () => {
    const groups = file('groups.csv', 'group,country\nall,XAA\nall,XAB\nall,XAC\n');
    const rows = rowsOf(await compute('--answers', ANSWERS, '--groups', groups));
    expect(rows.get('group:all index')).toBe('4,0.546875,,0.55,,mean of 2');
    expect(rows.get('group:all 2')).toBe('3,0.4583333333333333,,0.46,,mean of 3');
  });

  it('takes a given score in place of all below it', async () => {
    const given = file('given.csv', 'country,node,value\nXAC,1.2,0.25\nXAD,index,0.9\n');
    const rows = rowsOf(await compute('--answers', ANSWERS, '--given', given));
    expect(rows.get('XAC 1.2')).toBe('2,0.25,3,0.25,1,given');
    expect(rows.get('XAC i4')).toBe('1,,,,0,replaced by 1.2');
    expect(rows.get('XAC index')).toMatch(/^4,0\.3125,3,/);
    expect(rows.get('XAD index')).toBe('4,0.9,1,0.90,1,given');
  });

  it('checks the answers below a given score all the same', async () => {
    const given = file('given.csv', 'country,node,value\nXAA,1.2,0.25\n');
    const answers = file('answers.csv', 'country,question,part,value\nXAA,q2,i3,maybe\n');
    const { code, err } = await compute('--answers', answers, '--given', given);
    expect(code).toBe(1);
    expect(err).toContain(':2: ');
  });

  it('does not care for line ends, a byte order mark, empty lines at the end, or the order of rows and columns', async () => {
    const [header = '', ...rows] = readFileSync(ANSWERS, 'utf8').trimEnd().split('\n');
    const shuffled = [header, ...rows.toReversed()].map((line) => line.split(',').toReversed().join(','));
    const odd = file('odd.csv', `\ufeff${shuffled.join('\r\n')}\r\n\r\n\r\n`);
    expect((await compute('--answers', odd)).out).toBe((await compute('--answers', ANSWERS)).out);
  });

  it('ignores answers to what is not asked, with one warning', async () => {
    const answers = file('answers.csv', `${readFileSync(ANSWERS, 'utf8')}XAB,q3a,,search,\nXAB,q3b,,12,\n`);
    const ran = await compute('--answers', answers);
    expect(ran.code).toBe(0);
    expect(ran.err).toMatch(/^warning: [^\n]*2[^\n]*\n$/);
    expect(ran.out).toBe((await compute('--answers', ANSWERS)).out);
  });

  it('prints the same rows as JSON, and writes a file instead when told to', async () => {
    const out = join(folder, 'out.json');
    const { code, out: printed, err } = await compute('--answers', ANSWERS, '--format', 'json', '--out', out);
    expect([code, printed, err]).toEqual([0, '', `Wrote ${out}.\n`]);
    const rows = JSON.parse(readFileSync(out, 'utf8'));
    expect(rows).toHaveLength(45);
    expect(rows[14]).toEqual({
      country: 'XAA',
      node: 'index',
      level: 4,
      score: 0.78125,
      rank: 1,
      presented: '0.78',
      coverage: 1,
      status: 'computed',
    });
  });
});

describe('a file of answers that is wrong', () => {
  it('has every bad row named with its line, and nothing computed', async () => {
    const rows = [
      'country,question,part,value,status',
      'KOR,q1,,wholly,',
      'kor,q1,,whole,',
      'QQQ,q1,,whole,',
      'XAA,q9,,yes,',
      'XAA,q2,i9,yes,',
      'XAA,q2,,yes,',
      'XAA,q1,x,yes,',
      'XAA,q5,,most,',
      'XAA,q5,,some,',
      'XAA,q4,,https://a.example,withheld',
      'XAA,q3b,,NaN,',
      'XAB,q3b,,"1,000",',
      'XAB,q3a,,search,',
      'XAB,q3a,,nether,',
      'XAB,q3a,,search,',
      'XAC,q3a,,neither,',
      'XAC,q3a,,search,',
      'XAD,q2,i3,,not-applicable',
      'XAE,q1,,,dunno',
      'XAF,q1,,whole',
      ',q1,,whole,',
    ];
    const said = await refusals(`${rows.join('\n')}\n`);
    expect(said.map((line) => line.replace(/^answers.csv:(\d+): .*/, '$1'))).toEqual([
      '2',
      '3',
      '4',
      '5',
      '6',
      '7',
      '8',
      '10',
      '11',
      '12',
      '13',
      '15',
      '16',
      '17',
      '19',
      '20',
      '21',
      '22',
    ]);
    expect(said).toContain("answers.csv:3: unknown country 'kor'; did you mean 'KOR'?");
    expect(said).toContain("answers.csv:10: XAA has answered 'q5' already, on line 9");
    expect(said).toContain("answers.csv:16: XAB has given 'search' for 'q3a' already, on line 14");
    expect(said).toContain('answers.csv:21: the row has 4 cells where the header has 5');
  });

  it.each([
    ['', '1: the file is empty'],
    ['country,question,part,value\n', '1: the file has a header but no rows'],
    [
      'country;question;part;value\nXAA;q1;;whole\n',
      '1: the columns must be separated by commas: country,question,part,value,status',
    ],
    ['country,question,part\nXAA,q1,\n', "1: the column 'value' is missing"],
    ['country,question,part,value,value\nXAA,q1,,a,b\n', "1: the column 'value' is there twice"],
    ['country,question,part,value,remark\nXAA,q1,,whole,x\n', "1: unknown column 'remark'"],
    ['country,question,part,value\nXAA,q1,,"whole\n', '2: a quote opens in this row and is never closed'],
    [
      'country,question,part,value\nXAB,q1,,whole\nXAA,q1,,"whole\nXAC,q1,,whole\n',
      '3: a quote opens in this row and is never closed',
    ],
    [
      'country,question,part,value\n\nXAB,q6,,"é\nü"\nXAA,q1,,"whole"é\nXAC,q1,,whole\n',
      '5: a quote stands where none may be: put the whole cell in quotes and double those inside',
    ],
    [
      'country,question,part,value\nXAA,q6,,say "so"\n',
      '2: a quote stands where none may be: put the whole cell in quotes and double those inside',
    ],
    [
      'country,question,part,value\nXAA,q6,,a\u0000b\n',
      '2: the file holds a control character: it is no text file, or it was damaged',
    ],
  ])('%j is refused with a sentence', async (text, sentence) => {
    expect(await refusals(text)).toEqual([`answers.csv:${sentence}`]);
  });

  it('in another encoding is refused', async () => {
    expect(await refusals(Buffer.from('country,question,part,value\nXAA,q6,,Caf\u00e9\n', 'latin1'))).toEqual([
      'answers.csv:2: the file is not UTF-8 text: save it as UTF-8',
    ]);
    expect(await refusals(Buffer.from('\ufeffcountry,question,part,value\n', 'utf16le'))).toEqual([
      'answers.csv:1: the file is not UTF-8 text but UTF-16: save it as UTF-8',
    ]);
  });
});

describe('files of given scores and groups that are odd', () => {
  it('are computed with a warning: scores off the scale, and a group nobody of the round belongs to', async () => {
    const given = file('given.csv', 'country,node,value\nXAA,1,64\nXAB,1,0.5\n');
    const groups = file('groups.csv', 'group,country\na,XAB\nb,XAC\n');
    const { code, err } = await compute('--given', given, '--groups', groups);
    expect([code, err.trimEnd().split('\n')]).toEqual([
      0,
      [
        "warning: given scores outside the scale from 0 to 1: 1, the first is 64 for node '1' of XAA.",
        "warning: no country of the group 'b' is in the files of answers and given scores.",
      ],
    ]);
  });
});

describe('files of given scores and groups that are wrong', () => {
  it('have every bad row of every file named at once', async () => {
    const given = file(
      'given.csv',
      'country,node,value\nXAA,1,0.5\nXAA,1,0.6\nXAA,9,0.5\nXAB,1,half\nXAB,2,\nXAC,2,NaN\nABC,2,1\nXAD,1.,"0,5"\n',
    );
    const groups = file('groups.csv', 'group,country\na,XAA\na,XAA\n,XAB\nb,XX\n');
    const { code, out, err } = await compute('--given', given, '--groups', groups);
    expect([code, out]).toEqual([1, '']);
    expect(
      err
        .trimEnd()
        .split('\n')
        .map((line) => line.replace(`${folder}/`, '')),
    ).toEqual([
      "given.csv:3: XAA has a score for '1' already, on line 2",
      "given.csv:4: there is no node '9'; did you mean '1'?",
      "given.csv:5: 'half' is not a number",
      'given.csv:6: the value is missing: leave the row out where there is none',
      "given.csv:7: 'NaN' is not a number",
      "given.csv:8: unknown country 'ABC': use ISO 3166-1 alpha-3 codes, or XAA–XZZ",
      "given.csv:9: there is no node '1.'; did you mean '1'?",
      "given.csv:9: '0,5' is not a number",
      "groups.csv:3: XAA is in the group 'a' already",
      "groups.csv:4: '' is no group id: use letters, digits, '.', '_' and '-'",
      "groups.csv:5: unknown country 'XX': use ISO 3166-1 alpha-3 codes, or XAA–XZZ",
    ]);
  });
});

describe('wrong use', () => {
  it.each([
    [[TINY], /nothing to compute from/],
    [['nowhere', '--answers', ANSWERS], /There is no definition 'nowhere'/],
    [[TINY, '--answers', 'nowhere.csv'], /There is no file 'nowhere.csv'/],
    [[TINY, '--answers', 'tests'], /'tests' is not a file/],
    [[TINY, '--answers', ANSWERS, '--format', 'xml'], /The format 'xml' is not known/],
    [['ourdata-2023', '--answers', ANSWERS], /has no questionnaire/],
  ])('%j ends with 2 and a sentence', async (args, sentence) => {
    const { code, out, err } = await run('compute', ...args);
    expect([code, out]).toEqual([2, '']);
    expect(err).toMatch(sentence);
  });

  it('a definition with faults is not computed: the faults are told', async () => {
    const { code, out, err } = await run('compute', 'tests/fixtures/definitions/ten-faults', '--answers', ANSWERS);
    expect([code, out]).toEqual([1, '']);
    expect(err.trimEnd().split('\n')).toHaveLength(10);
  });
});
