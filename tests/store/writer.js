/** A process that saves answer after answer and says each revision once it is saved; its end is sudden. */
import { writeSync } from 'node:fs';
import { pathToFileURL } from 'node:url';

const [, , built, folder] = process.argv;
const { openStore } = await import(pathToFileURL(built).href);
const { value: store } = await openStore(folder);
let { revision } = await store.submission('demo', 'XAA');
const subject = { kind: 'submission', edition: 'demo', country: 'XAA' };
for (;;) {
  const answer = { value: `written ${revision + 1}` };
  const stamp = { subject, by: 'test', at: new Date().toISOString(), expecting: revision };
  const saved = await store.commit([{ kind: 'answer-recorded', key: 'q6', answer }], stamp);
  revision = saved.value.revision;
  writeSync(1, `${revision}\n`);
}
