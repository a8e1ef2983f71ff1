/** A process that saves until the disk takes no more, says so, and goes on trying until it saves again. */
import { writeSync } from 'node:fs';
import { pathToFileURL } from 'node:url';

const [, , built, folder] = process.argv;
const { openStore } = await import(pathToFileURL(built).href);
const { value: store } = await openStore(folder);
const subject = { kind: 'submission', edition: 'demo', country: 'XAA' };
const say = (word, details) => writeSync(1, `${JSON.stringify({ word, ...details })}\n`);

let revision = 0;
const save = async () => {
  const answer = { value: `${revision + 1} ${'long '.repeat(2000)}` };
  const stamp = { subject, by: 'test', at: new Date().toISOString(), expecting: revision };
  const saved = await store.commit([{ kind: 'answer-recorded', key: 'q6', answer }], stamp);
  if (saved.ok) revision = saved.value.revision;
  return saved;
};

let saved = await save();
while (saved.ok) saved = await save();
const read = await store.submission('demo', 'XAA');
say('refused', { revision, read: read.revision, code: saved.problems[0].code });
while (!saved.ok) {
  await new Promise((later) => setTimeout(later, 20));
  saved = await save();
}
say('saved', { revision, log: (await store.verifyLog()).ok });
await store.close();
