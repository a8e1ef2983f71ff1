/** `alidade check`, as an author and a machine use it. */
import { cpSync, mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { run, runIn } from './run.js';

describe('alidade check', () => {
  it('finds the definitions and editions of the project sound', async () => {
    const { code, out, err } = await run('check');
    expect(out.split('\n').filter((line) => !/: OK, /.test(line))).toEqual(['']);
    expect([code, err]).toEqual([0, '']);
    expect(out).toContain('edition ourdata-2023: OK, published, 40 countries\n');
  });

  it('counts the OURdata 2017 instrument as its authors do', async () => {
    const { code, out } = await run('check', 'ourdata-2017', '--json');
    expect(code).toBe(0);
    expect(JSON.parse(out)).toEqual([
      {
        id: 'ourdata-2017',
        ok: true,
        counts: {
          questions: 80,
          scoredQuestions: 51,
          dataPoints: expect.any(Number),
          indicators: 140,
          parameters: 24,
          subPillars: 9,
          pillars: 3,
        },
        levels: [
          { name: 'index', nodes: 1 },
          { name: 'pillar', nodes: 3 },
          { name: 'sub-pillar', nodes: 9 },
          { name: 'parameter', nodes: 24 },
          { name: 'indicator', nodes: 140 },
        ],
        faults: [],
      },
    ]);
  });

  it('lists every fault of a folder as file:line:column: message, one a line, and ends with 1', async () => {
    const { code, out } = await run('check', 'tests/fixtures/definitions/ten-faults');
    const lines = out.trimEnd().split('\n');
    expect(code).toBe(1);
    expect(lines).toHaveLength(11);
    expect(
      lines.slice(0, 10).every((line) => /^tests\/fixtures\/definitions\/ten-faults\/\w+\.yaml:\d+:\d+: \S/.test(line)),
    ).toBe(true);
    expect(lines[10]).toMatch(/^ten-faults: 10 errors, /);
  });

  it('gives the same faults as JSON', async () => {
    const { code, out } = await run('check', 'tests/fixtures/definitions/ten-faults', '--json');
    const [entry] = JSON.parse(out);
    expect(code).toBe(1);
    expect(entry.ok).toBe(false);
    expect(entry.faults).toHaveLength(10);
    expect(entry.faults[0]).toEqual({
      file: 'tests/fixtures/definitions/ten-faults/framework.yaml',
      line: 19,
      column: 15,
      level: 'error',
      message: "'weight' must be a number, not 'heavy'",
    });
  });

  it('says what is missing of a folder that holds no definition', async () => {
    const { code, out } = await run('check', 'tests/fixtures');
    expect(code).toBe(1);
    expect(out).toContain('tests/fixtures/framework.yaml:1:1: the file is missing');
    expect(out).toContain('tests/fixtures/method.yaml:1:1: the file is missing');
  });

  it('without a name lists faults of editions with their definition, and all others by themselves', async () => {
    const root = mkdtempSync(join(tmpdir(), 'alidade-'));
    cpSync('tests/fixtures/definitions/tiny', join(root, 'questionnaires', 'tiny'), { recursive: true });
    mkdirSync(join(root, 'data', 'editions'), { recursive: true });
    writeFileSync(join(root, 'data', 'countries.csv'), 'code,name\nABC,Abecedaria\n');
    writeFileSync(join(root, 'data', 'editions', 'tiny-2024.yaml'), 'definition: tiny\nyear: never\n');
    writeFileSync(join(root, 'data', 'editions', 'lost.yaml'), '');
    const { code, out } = await runIn(root, 'check', '--json');
    const [tiny, data] = JSON.parse(out);
    expect(code).toBe(1);
    expect([tiny.id, tiny.ok, tiny.counts.questions]).toEqual(['tiny', false, 6]);
    expect(tiny.faults).toContainEqual({
      file: 'data/editions/tiny-2024.yaml',
      line: 2,
      column: 7,
      level: 'error',
      message: "'year' must be a number, not 'never'",
    });
    expect([data.id, data.ok]).toEqual(['data', false]);
    expect(data.faults.map((fault: { file: string; message: string }) => `${fault.file}: ${fault.message}`)).toEqual([
      "data/countries.csv: unknown country 'ABC'",
      'data/editions/lost.yaml: the file is empty',
    ]);
  });

  it('ends with 2 for a definition nobody has, and says which there are', async () => {
    const { code, out, err } = await run('check', 'ourdata-2071');
    expect([code, out]).toEqual([2, '']);
    expect(err).toBe(
      "There is no definition 'ourdata-2071' under questionnaires/, and no such folder. Did you mean 'ourdata-2017'?\n",
    );
  });
});

describe('the command line', () => {
  it.each([[['check', '--help']], [['compute', '--help']], [['schemas', '--help']], [['--help']]])(
    '%s explains itself',
    async (args) => {
      const { code, out, err } = await run(...args);
      expect([code, err]).toEqual([0, '']);
      expect(out).toMatch(/^Usage: alidade/);
    },
  );

  it.each([[['frobnicate']], [['check', '--jsn']], [['compute']], [['compute', 'a', 'b']], [[]]])(
    '%s is wrong use',
    async (args) => {
      const { code, out, err } = await run(...args);
      expect([code, out]).toEqual([2, '']);
      expect(err).not.toBe('');
    },
  );
});
