/** `alidade check`, as an author and a machine use it. */
import { describe, expect, it } from 'vitest';
import { run } from './run.js';

describe('alidade check', () => {
  it('finds the definitions and editions of the project sound', async () => {
    const { code, out, err } = await run('check');
    expect(out.split('\n').filter((line) => !/: OK, /.test(line))).toEqual(['']);
    expect([code, err]).toEqual([0, '']);
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
