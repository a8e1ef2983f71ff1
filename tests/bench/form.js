// P2: the logic of a form of 150 answers with 100 conditions, loaded with its answers and then answered one by one, against a bare
// loop that looks at each answer and compares one for each condition. The loop knows no reasons, no types and no progress: it is what
// any engine has to do at the least.
import { outlineOf } from '../../dist/core/survey/outline.js';
import { progressOf } from '../../dist/core/survey/progress.js';
import { restand, standingOf } from '../../dist/core/survey/standing.js';
import { medians, report } from './measure.js';

const QUESTIONS = 150;
const CONDITIONS = 100;
/** A tenth of what the ODK forms engine needs for such a form. */
const MOST = 2;
/** Forms per round, since one is too short to time. */
const FORMS = 20;

export async function benchForm() {
  const form = questionnaire();
  const answers = answersTo(form);
  // An outline is kept as long as its questionnaire is in use: each load has a questionnaire of its own.
  const load = () => {
    const outline = outlineOf({ ...form });
    const standing = standingOf(outline, answers);
    return { outline, standing, progress: progressOf(outline, standing) };
  };
  const loaded = load();
  const { answered, asked } = loaded.progress;
  const { points } = loaded.outline;
  const conditions = points.filter(({ question }) => question.when !== undefined).length;
  if (points.length !== QUESTIONS || conditions !== CONDITIONS || answered !== asked) {
    throw new Error('the form is not what it says');
  }
  const times = await medians(
    {
      load: () => repeat(load),
      typing: () => typeAll(loaded, answers),
      floor: () => repeat(() => bareLoop(loaded.outline, answers)),
    },
    31,
  );
  const [once, each] = [times.load / FORMS, times.typing / QUESTIONS];
  const floor = times.floor / FORMS;
  report(
    `P2 form, ${QUESTIONS} answers, ${CONDITIONS} conditions, load included`,
    `${once.toFixed(2)} ms, ${(once / floor).toFixed(0)} × a bare loop`,
    `≤ ${MOST} ms`,
    once <= MOST,
  );
  report(
    'P2 one more answer: what is asked, and progress',
    `${each.toFixed(3)} ms, ${(each / floor).toFixed(0)} × a bare loop`,
    `≤ ${MOST / 10} ms`,
    each <= MOST / 10,
  );
}

/** Ten sections; two questions in three hang on the one before them, by each kind of test in turn. */
function questionnaire() {
  const sections = Array.from({ length: 10 }, (_, at) => ({ id: `s${at}`, title: `Section ${at}`, questions: [] }));
  for (let at = 0; at < QUESTIONS; at++) {
    const when = at % 3 === 0 ? {} : { when: conditionOn(at) };
    sections[Math.floor(at / 15)].questions.push({
      ...{ id: `q${at}`, number: String(at), text: `Question ${at}`, terms: [], allows: ['not-known'], questions: [] },
      ...{ answer: TYPES[at % TYPES.length], evidence: { rule: 'none' }, ...when },
    });
  }
  return { title: 'bench', language: 'en', terms: [], sections };
}

const OPTIONS = ['a', 'b', 'c', 'd'].map((id) => ({ id, label: id }));
const TYPES = [
  { type: 'yes-no' },
  { type: 'single-choice', options: OPTIONS },
  { type: 'multiple-choice', options: OPTIONS },
  { type: 'scale', to: 10 },
  { type: 'number', from: 0 },
  { type: 'text' },
];
const VALUES = ['yes', 'b', ['a', 'c'], 7, 42, 'as the law has it'];
const TESTS = [
  { is: 'yes' },
  { is: ['b', 'c'] },
  { includes: 'c' },
  { atLeast: 5 },
  { atLeast: 40 },
  { answered: true },
];

/** The first question after an independent one hangs on that; the second on both before it. */
function conditionOn(at) {
  const test = (on) => ({ question: `q${on}`, ...TESTS[on % TESTS.length] });
  return at % 3 === 1 ? test(at - 1) : { all: [test(at - 1), { not: { question: `q${at - 2}`, is: 'no' } }] };
}

function answersTo({ sections }) {
  const questions = sections.flatMap((section) => section.questions);
  return Object.fromEntries(questions.map(({ id }, at) => [id, { value: VALUES[at % VALUES.length] }]));
}

/** From the first answer to the last, each as a person gives it. */
function typeAll({ outline }, all) {
  let answers = {};
  let standing = standingOf(outline, answers);
  for (const { key } of outline.points) {
    answers = { ...answers, [key]: all[key] };
    standing = restand(outline, standing, answers, [key]);
    progressOf(outline, standing);
  }
}

let seen = 0;

function bareLoop({ points }, answers) {
  for (const { key, question } of points) if (answers[key].value !== undefined && question.id !== '') seen += 1;
  for (let at = 0; at < CONDITIONS; at++) if (answers[points[at].key].value === 'yes') seen += 1;
  return seen;
}

function repeat(work) {
  for (let k = 0; k < FORMS; k++) work();
}
