/**
 * The walls of docs/architecture.md: every arrow points down, the core knows only itself, the part that also runs in the
 * browser needs no package, and nothing runs in a circle. It also proves that it saw every module.
 */
import { readdirSync } from 'node:fs';
import { cruise, type ICruiseResult, type IModule } from 'dependency-cruiser';
import { beforeAll, describe, expect, it } from 'vitest';

/** Rooms from the ground up; an import goes to a lower floor, or stays in its own room. */
const FLOORS: readonly (readonly string[])[] = [
  ['src/core/statistics/', 'src/core/problem.ts', 'src/config.ts'],
  ['src/core/survey/', 'src/core/text/'],
  ['src/core/scoring/', 'src/core/workflow/'],
  ['src/core/robustness/'],
  ['src/store/', 'src/library/'],
  ['src/post/'],
  ['src/core/report/'],
  ['src/render/', 'src/journeys/', 'src/work/'],
  ['src/web/', 'src/cli/'],
  ['src/main.ts'],
];
/** What a package does, it does in these rooms only, so that it can be exchanged there. */
const HOMES: readonly (readonly [packages: string, rooms: RegExp])[] = [
  ['kysely|better-sqlite3|pg', /^src\/store\//],
  ['express|express-session|helmet|compression|multer|pino|pino-http|rate-limiter-flexible', /^src\/web\//],
  ['ejs', /^src\/(web|render)\//],
  ['pdfkit|hucre', /^src\/render\//],
  ['commander', /^src\/cli\//],
  ['@node-rs/argon2', /^src\/journeys\/accounts\//],
  ['nodemailer', /^src\/post\//],
  ['zod', /^src\/(library\/|config\.ts$)/],
  ['d3-scale', /^src\/core\/report\//],
  ['intl-messageformat', /^src\/core\/text\//],
  ['pure-rand', /^src\/core\/robustness\//],
  ['piscina', /^src\/work\//],
];
/** Served to the browser as compiled: these import no package at all. */
const PACKAGE_FREE = /^src\/core\/(survey|scoring|statistics|workflow)\/|^src\/core\/problem\.ts$/;

const rooms = FLOORS.flatMap((names, floor) => names.map((name) => ({ name, floor })));
const roomOf = (path: string) => rooms.find(({ name }) => path.startsWith(name));

let modules: readonly IModule[] = [];

beforeAll(async () => {
  const answer = await cruise(['src'], {
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    // Seen, but not entered: excluded, an import of a package would be no arrow, and its wall would hold whatever happens.
    doNotFollow: { path: 'node_modules' },
    // Packages that are entered by a path of theirs name it in `exports`.
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['import', 'node', 'default'] },
    ruleSet: { forbidden: [{ name: 'no-circle', severity: 'error', from: {}, to: { circular: true } }] },
    validate: true,
  });
  modules = (answer.output as ICruiseResult).modules;
});

describe('the walls of the house', () => {
  const inside = () => modules.filter((module) => module.source.startsWith('src/') && module.source.endsWith('.ts'));
  const arrows = () =>
    inside().flatMap((m) =>
      m.dependencies.map((d) => ({ from: m.source, to: d.resolved, types: d.dependencyTypes ?? [] })),
    );

  it('were checked on every module there is', () => {
    const files = readdirSync('src', { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.ts'));
    expect(
      inside()
        .map((m) => m.source)
        .sort(),
    ).toEqual(files.map((name) => `src/${name}`).sort());
    expect(arrows().length).toBeGreaterThan(files.length);
  });

  it('give every module a room', () => {
    expect(
      inside()
        .filter((m) => roomOf(m.source) === undefined)
        .map((m) => m.source),
    ).toEqual([]);
  });

  it('let an arrow only point down', () => {
    const wrong = arrows()
      .map(({ from, to }) => ({ from, to, above: roomOf(from), below: roomOf(to) }))
      .filter(
        ({ above, below }) =>
          above !== undefined && below !== undefined && above.name !== below.name && below.floor >= above.floor,
      );
    expect(wrong.map(({ from, to }) => `${from} → ${to}`)).toEqual([]);
  });

  it('let the core import only the core, and the three packages its reports, words and random numbers are made with', () => {
    const allowed = /^src\/core\/|^node_modules\/(@types\/)?(d3-scale|intl-messageformat|pure-rand)\//;
    const wrong = arrows().filter(({ from, to }) => from.startsWith('src/core/') && !allowed.test(to));
    expect(wrong).toEqual([]);
  });

  it('keep packages and Node out of what also runs in the browser', () => {
    const wrong = arrows().filter(({ from, to }) => PACKAGE_FREE.test(from) && !PACKAGE_FREE.test(to));
    expect(wrong).toEqual([]);
  });

  it.each(HOMES)('keep %s in its room', (packages, rooms) => {
    const users = arrows().filter(({ to }) => new RegExp(`node_modules/(@types/)?(${packages})/`).test(to));
    expect(users.length).toBeGreaterThan(0);
    expect(users.filter(({ from }) => !rooms.test(from)).map(({ from, to }) => `${from} → ${to}`)).toEqual([]);
  });

  it('have no circle', () => {
    const circles = inside().filter((m) => m.dependencies.some((d) => d.circular));
    expect(circles.map((m) => m.source)).toEqual([]);
  });
});
