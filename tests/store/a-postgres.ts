/** A PostgreSQL server of our own in a temporary folder, where the programs for one are installed; reached by a socket in it. */
import { execFileSync, type SpawnOptions, spawn, spawnSync } from 'node:child_process';
import { chownSync, existsSync } from 'node:fs';
import { join } from 'node:path';
import { aFolder } from './a-folder.js';

export const canServe =
  spawnSync('initdb', ['--version']).status === 0 && spawnSync('postgres', ['--version']).status === 0;

/** The server refuses to run as root: it is then run as the user who installs with it. */
function owner(): Pick<SpawnOptions, 'uid' | 'gid'> {
  if (process.getuid?.() !== 0) return {};
  const idOf = (flag: string) => Number(execFileSync('id', [flag, 'postgres'], { encoding: 'utf8' }));
  return { uid: idOf('-u'), gid: idOf('-g') };
}

export async function aServer(): Promise<{ readonly url: string; readonly stop: () => Promise<void> }> {
  const folder = aFolder();
  const as = owner();
  if (as.uid !== undefined && as.gid !== undefined) chownSync(folder, as.uid, as.gid);
  const data = join(folder, 'data');
  execFileSync('initdb', ['-D', data, '-U', 'alidade', '--auth=trust', '--locale=C.UTF-8'], { ...as, cwd: folder });
  const settings = ['-D', data, '-k', folder, '-c', 'listen_addresses='];
  const server = spawn('postgres', settings, { ...as, cwd: folder, stdio: 'ignore' });
  for (let wait = 0; wait < 200 && !existsSync(join(folder, '.s.PGSQL.5432')); wait += 1) {
    await new Promise((later) => setTimeout(later, 50));
  }
  return {
    url: `postgres://alidade@/postgres?host=${encodeURIComponent(folder)}`,
    stop: () =>
      new Promise((stopped) => {
        server.once('exit', () => stopped());
        server.kill('SIGINT');
      }),
  };
}
