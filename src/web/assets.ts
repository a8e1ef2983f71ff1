/**
 * Everything a browser loads beside a page, under an address that changes with each build, so that it may be kept for ever:
 * sheets, fonts, own scripts, the package-free core as compiled, Chart.js.
 * Must never: serve a folder that holds anything else; let a request name a file outside these.
 */
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import express, { Router } from 'express';

export interface Assets {
  /** Hash over what is served. */
  readonly build: string;
  /** The address of an asset: `page.css`, `core/survey/standing.js`. */
  readonly address: (name: string) => string;
  /** Modules of the core that read and reveal answers, to be loaded with the page. */
  readonly survey: readonly string[];
  readonly router: Router;
}

export function openAssets(): Assets {
  const build = hashOf([
    ...filesIn(OWN, /\.(css|js)$/),
    ...CORE.flatMap((name) => filesIn(join(COMPILED, name), /\.js$/)),
  ]);
  const address = (name: string): string => `/assets/${build}/${name}`;
  const survey = ['survey', 'problem.js'].flatMap((name) => filesIn(join(COMPILED, name), /\.js$/));
  return {
    build,
    address,
    survey: survey.map((file) => address(`core/${relative(COMPILED, file)}`)),
    router: routerOf(build),
  };
}

const OWN = fileURLToPath(new URL('../../views/assets/', import.meta.url));
/** Compiled modules stand in dist, also when this file itself runs from its source. */
const COMPILED = fileURLToPath(new URL('../../dist/core/', import.meta.url));
const CHART = join(dirname(createRequire(import.meta.url).resolve('chart.js')), 'chart.umd.min.js');
/** The part of the core that imports no package. */
const CORE = ['survey', 'scoring', 'statistics', 'problem.js'];

function routerOf(build: string): Router {
  const router = Router();
  const kept = { immutable: true, maxAge: '1y', index: false, redirect: false } as const;
  for (const name of CORE) {
    router.use(`/assets/${build}/core/${name}`, express.static(join(COMPILED, name), kept));
  }
  router.get(`/assets/${build}/chart.js`, (_request, response) =>
    response.sendFile(CHART, { immutable: true, maxAge: '1y' }),
  );
  router.use(`/assets/${build}`, express.static(OWN, kept));
  return router;
}

function filesIn(path: string, wanted: RegExp): readonly string[] {
  if (path.endsWith('.js')) return existsSync(path) ? [path] : [];
  if (!existsSync(path)) return [];
  return readdirSync(path, { recursive: true, encoding: 'utf8' })
    .filter((name) => wanted.test(name))
    .map((name) => join(path, name))
    .sort();
}

function hashOf(files: readonly string[]): string {
  const hash = createHash('sha256');
  for (const file of files) hash.update(readFileSync(file));
  return hash.digest('hex').slice(0, 12);
}
