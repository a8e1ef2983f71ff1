// The board of an edition of 200 countries, each half answered: counted anew after a change, and as kept.
import { randomBytes } from 'node:crypto';
import { loadBoard } from '../../dist/journeys/validating/load-board.js';
import { freezeDefinition } from '../../dist/library/frozen-definition.js';
import { medians, report } from './measure.js';

const COUNTRIES = 200;
const LETTERS = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'];

export async function benchBoard(world) {
  const countries = LETTERS.flatMap((a) => LETTERS.map((b) => `X${a}${b}`)).slice(0, COUNTRIES);
  const id = `wide-${randomBytes(4).toString('hex')}`;
  await prepare(world, id, countries);
  const person = { account: 'bench', name: 'Bench', grants: [{ role: 'secretariat', edition: '*' }] };
  let turn = 0;
  const times = await medians({
    kept: () => loadBoard(world, person, id),
    changed: async () => {
      turn += 1;
      const country = countries[turn % COUNTRIES];
      const { revision } = await world.store.submission(id, country);
      await commit(world, id, country, revision, [{ kind: 'answer-recorded', key: 'q66', answer: { value: 'yes' } }]);
      await loadBoard(world, person, id);
    },
  });
  report(
    `board of ${COUNTRIES} countries, after a save`,
    `${times.changed.toFixed(0)} ms`,
    '< 100 ms',
    times.changed < 100,
  );
  report(`board of ${COUNTRIES} countries, unchanged`, `${times.kept.toFixed(1)} ms`, '< 100 ms', times.kept < 100);
}

async function prepare(world, edition, countries) {
  const frozen = freezeDefinition(world.library, 'ourdata-2017');
  const facts = { title: 'Wide', series: 'Wide', year: 2026, invented: true };
  await world.store.commit(
    [
      { kind: 'edition-created', facts, definition: frozen.value },
      { kind: 'edition-countries-set', countries },
      { kind: 'edition-moved', to: 'collecting' },
    ],
    { subject: { kind: 'edition', edition }, by: 'bench', at: world.clock(), expecting: 0 },
  );
  const [first] = await world.store.submissions('demonstration-2024');
  const answers = Object.entries(first.answers).map(([key, answer]) => ({ kind: 'answer-recorded', key, answer }));
  for (const country of countries) {
    await commit(world, edition, country, 0, [{ kind: 'submission-begun' }, ...answers.slice(0, answers.length / 2)]);
  }
}

const commit = (world, edition, country, expecting, changes) =>
  world.store.commit(changes, {
    subject: { kind: 'submission', edition, country },
    by: 'bench',
    at: world.clock(),
    expecting,
  });
