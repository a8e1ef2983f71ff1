/**
 * Reveals what is asked while answers are typed, by the very modules that decide on the server, and warns before unsaved
 * entries are left behind. Without this script the same follow-ups appear once the page is saved.
 * Must never: send or keep anything; the form does that by itself.
 */
import { outlineOf } from './core/survey/outline.js';
import { readAnswer } from './core/survey/read-answer.js';
import { restand, standingOf } from './core/survey/standing.js';

const form = document.querySelector('#form');
const outline = outlineOf(await (await fetch(form.dataset.outline)).json());
let answers = JSON.parse(form.dataset.answers);
let standing = standingOf(outline, answers);
let isDirty = false;

/** What stands in the fields of a data point, as the server reads it. */
function enteredAt(point) {
  const fields = new FormData(form);
  const given = fields.getAll(point.key);
  const isStatement = (one) => ONE_CHOICE.has(point.spec.type) && one.startsWith(':');
  const status = [...fields.getAll(`${point.key}:status`), ...given.filter(isStatement).map((one) => one.slice(1))];
  const values = given.filter((one) => !isStatement(one));
  return { values: values.flatMap((one) => one.split(/\r?\n/)), status: status.join(', ') };
}

const ONE_CHOICE = new Set(['yes-no', 'requirement', 'frequency', 'share', 'single-choice', 'rating', 'scale']);

/** An entry that is not an answer yet leaves the question open, and what hangs on it hidden. */
function answer(key) {
  const point = outline.point.get(key);
  if (point === undefined) return;
  const read = readAnswer(point, enteredAt(point));
  const { [key]: _before, ...others } = answers;
  answers = read.ok && read.value !== undefined ? { ...others, [key]: read.value } : others;
  standing = restand(outline, standing, answers, [key]);
}

function show() {
  for (const element of form.querySelectorAll('[data-question]')) {
    element.hidden = !standing.isQuestionAsked(element.dataset.question);
  }
  for (const element of form.querySelectorAll('[data-row]')) {
    element.hidden = !element.dataset.row.split(' ').some((key) => standing.isAsked(key));
  }
}

form.addEventListener('input', (event) => {
  isDirty = true;
  const key = event.target.closest('[data-point]')?.dataset.point;
  if (key === undefined) return;
  answer(key);
  show();
});
form.addEventListener('submit', () => {
  isDirty = false;
});
window.addEventListener('beforeunload', (event) => {
  if (isDirty) event.preventDefault();
});

for (const point of form.querySelectorAll('[data-point]')) answer(point.dataset.point);
show();
document.querySelector('#faults')?.focus();
