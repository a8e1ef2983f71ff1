/**
 * The form of a section while somebody fills it in: what is asked is revealed by the very modules that decide on the server, and each
 * answer is saved when it is given. Without this script follow-ups appear, and answers are saved, by the Save button.
 * Must never: call anything saved that the server has not acknowledged; leave the page while something is not.
 */
import { enteredAt, fieldsOfQuestion, keysOf, putIn, questionOf } from './answer-fields.js';
import { flush, hurry, isClear, startAutosave, touch } from './autosave.js';
import { outlineOf } from './core/survey/outline.js';
import { readAnswer } from './core/survey/read-answer.js';
import { restand, standingOf } from './core/survey/standing.js';
import { sendEvidence } from './evidence.js';
import { showProgress, showState } from './save-states.js';

const form = document.querySelector('#form');
const says = JSON.parse(form.dataset.says);
startAutosave({ form, show: showState(form, says), progress: showProgress(says), puts: takeTheirs });

const outline = outlineOf(await (await fetch(form.dataset.outline)).json());
let answers = JSON.parse(form.dataset.answers);
let standing = standingOf(outline, answers);

/** An entry that is not an answer yet leaves the question open, and what hangs on it hidden. */
function answer(key) {
  const point = outline.point.get(key);
  if (point === undefined) return;
  const read = readAnswer(point, enteredAt(form, point));
  const { [key]: _before, ...others } = answers;
  answers = read.ok && read.value !== undefined ? { ...others, [key]: read.value } : others;
  standing = restand(outline, standing, answers, [key]);
}

function reveal() {
  for (const element of form.querySelectorAll('[data-question]')) {
    element.hidden = !standing.isQuestionAsked(element.dataset.question);
  }
  for (const element of form.querySelectorAll('[data-row]')) {
    element.hidden = !element.dataset.row.split(' ').some((key) => standing.isAsked(key));
  }
}

function takeTheirs(question, fields) {
  for (const field of fields) putIn(form, field);
  for (const key of keysOf(question)) answer(key);
  reveal();
}

/** Evidence is sent by its own button: a half-filled form is nothing to save. */
const isEvidence = ({ name }) => /:evidence-/.test(name);

form.addEventListener('input', (event) => {
  if (isEvidence(event.target)) return;
  const key = event.target.closest('[data-point]')?.dataset.point;
  if (key !== undefined) {
    answer(key);
    reveal();
  }
  touch(questionOf(event.target), {
    isTyping: event.target.matches('textarea, input:not([type="radio"], [type="checkbox"])'),
  });
});
// Leaving a field ends the typing; it changes nothing by itself.
form.addEventListener('change', (event) => hurry(questionOf(event.target)));
form.addEventListener('submit', (event) => {
  const { submitter } = event;
  if (submitter?.name === 'attach' || submitter?.name === 'withdraw') {
    event.preventDefault();
    sendEvidence(form, submitter, says);
  } else if (!isClear()) {
    event.preventDefault();
    flush().then(() => form.requestSubmit(submitter));
  }
});
window.addEventListener('beforeunload', (event) => {
  if (!isClear()) event.preventDefault();
});

for (const point of form.querySelectorAll('[data-point]')) answer(point.dataset.point);
reveal();
// A browser may have kept what was typed before the page was loaded anew.
for (const question of form.querySelectorAll('[data-question]')) {
  if (fieldsOfQuestion(form, question).some(isChanged)) {
    touch(question, { isTyping: false });
  }
}
document.querySelector('#faults')?.focus();

function isChanged(field) {
  if (isEvidence(field) || field.type === 'hidden' || field.type === 'submit') return false;
  const isChoice = field.type === 'radio' || field.type === 'checkbox';
  return isChoice ? field.checked !== field.defaultChecked : field.value !== field.defaultValue;
}
