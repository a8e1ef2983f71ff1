/** A process that runs the tiny slow job in the folder it is given until it is killed; it says when the first share is done. */
import { writeSync } from 'node:fs';
import { pathToFileURL } from 'node:url';

const [, , built, worker, dataFolder, job] = process.argv;
const { openAnalyst } = await import(pathToFileURL(built).href);
const analyst = openAnalyst({ dataFolder, threads: 2, worker });
await analyst.analyse(JSON.parse(job), {
  signal: new AbortController().signal,
  onProgress: (share) => writeSync(1, `${share}\n`),
});
writeSync(1, 'done\n');
await analyst.close();
