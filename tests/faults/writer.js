/** A process in which several countries save at the same time, and which says each save once it is acknowledged; its end is sudden. */
import { writeSync } from 'node:fs';
import { pathToFileURL } from 'node:url';

const [, , built, folder, countries] = process.argv;
const { openStore } = await import(pathToFileURL(built).href);
const { value: store } = await openStore(folder);

async function save(country, limit = Number.POSITIVE_INFINITY) {
  const subject = { kind: 'submission', edition: 'demo', country };
  let { revision } = await store.submission('demo', country);
  for (let count = 0; count < limit; count += 1) {
    const once = `${country} ${revision + 1}`;
    const changes = [
      { kind: 'answer-recorded', key: 'q6', answer: { value: `written ${revision + 1}` } },
      { kind: 'answer-recorded', key: `q7/i${(revision % 9) + 1}`, answer: { value: `written ${revision + 1}` } },
    ];
    const messages = [{ once, to: 'a@b.example', template: 'receipt', details: { country } }];
    const stamp = { subject, by: 'test', at: new Date().toISOString(), expecting: revision, messages };
    const saved = await store.commit(changes, stamp);
    revision = saved.value.revision;
    writeSync(1, `${once}\n`);
  }
}

const limit = process.argv[5] === undefined ? undefined : Number(process.argv[5]);
await Promise.all(countries.split(',').map((country) => save(country, limit)));
await store.close();
