/** A process that runs a tiny job in the folder it is given until it is killed; it says how much is done, and what came of it. */
import { writeSync } from 'node:fs';
import { pathToFileURL } from 'node:url';

const [, , built, worker, dataFolder, job] = process.argv;
const { openAnalyst } = await import(pathToFileURL(built).href);
const analyst = openAnalyst({ dataFolder, threads: 2, worker });
const ended = await analyst.analyse(JSON.parse(job), {
  signal: new AbortController().signal,
  onProgress: (share) => writeSync(1, `${share}\n`),
});
writeSync(1, `${ended.ok ? 'done' : ended.problems[0].code}\n`);
await analyst.close();
