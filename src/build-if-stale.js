// Builds dist when it is missing or older than the sources. Plain JavaScript, because it runs before the first build.
import { spawnSync } from 'node:child_process';
import { readdirSync, statSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const changedAt = (path) => statSync(`${root}${path}`, { throwIfNoEntry: false })?.mtimeMs ?? 0;
const sources = readdirSync(`${root}src`, { recursive: true }).filter((name) => name.endsWith('.ts'));
const newest = Math.max(...['tsconfig.json', 'package.json', ...sources.map((name) => `src/${name}`)].map(changedAt));

if (changedAt('dist/main.js') < newest) {
  console.error('alidade: building, this takes a few seconds');
  const build = spawnSync('npm', ['run', '--silent', 'build'], { cwd: root, stdio: ['ignore', 2, 2] });
  if (build.status !== 0) process.exit(1);
}
