/**
 * Saves questions one after another, each when it was changed. What is on its way is sent again, unchanged, until the server has
 * answered, so that an acknowledgement that was lost never looks like somebody else's change.
 * Must never: send two at a time; forget a change because the server was away or the session ended.
 */
import { bodyOf } from './answer-fields.js';

/** Milliseconds without a key after which what was typed is saved. */
const TYPING = 1200;
/** Seconds between attempts. */
const PAUSES = [1, 2, 4, 8, 15];
const PATIENCE = 20_000;

/** Question → when it is due. */
const waiting = new Map();
/** Question → the revision it was last seen at; the page's own, before its first save here. */
const revisions = new Map();
const whenClear = [];
let page;
let sending;
let timer;
let failures = 0;

/**
 * Once for a page.
 * @param given form; show(question, told) says what became of a question, show.notice what keeps everything waiting; progress(said) is
 * told how far the country is; puts(question, fields) sets fields to what somebody else saved
 */
export function startAutosave(given) {
  page = { ...given, revision: given.form.elements.namedItem('revision').value };
  // Whoever comes back from signing in, or whose network is there again, need not wait.
  for (const name of ['focus', 'online']) {
    window.addEventListener(name, () => {
      if (failures > 0) sendIn(0);
    });
  }
}

/** Something was changed in the question; it is saved when typing pauses, or at once. */
export function touch(question, { isTyping }) {
  if (question === null) return;
  waiting.set(question, isTyping ? Date.now() + TYPING : 0);
  page.show(question, { state: 'unsaved' });
  if (sending === undefined) plan();
}

/** Saves at once what waits for a pause in typing. */
export function hurry(question) {
  if (!waiting.has(question)) return;
  waiting.set(question, 0);
  if (sending === undefined) plan();
}

/** Whether everything was answered by the server. */
export const isClear = () => sending === undefined && waiting.size === 0;

/** Sends at once what waits for a pause in typing; settled when the server has answered to everything. */
export function flush() {
  for (const question of waiting.keys()) waiting.set(question, 0);
  if (isClear()) return Promise.resolve();
  if (sending === undefined) plan();
  return new Promise((resolve) => {
    whenClear.push(resolve);
  });
}

function plan() {
  if (waiting.size > 0) sendIn(Math.max(0, Math.min(...waiting.values()) - Date.now()));
}

function sendIn(milliseconds) {
  clearTimeout(timer);
  timer = setTimeout(send, milliseconds);
}

let isUnderWay = false;

async function send() {
  if (isUnderWay) return;
  sending ??= next();
  if (sending === undefined) return plan();
  page.show(sending.question, { state: 'saving' });
  isUnderWay = true;
  const answer = await post(page.form.action, sending.body);
  isUnderWay = false;
  if (answer.status === 401) return again('signed-out', answer.said);
  if (answer.status >= 500 || answer.status === 429) return again('away');
  failures = 0;
  page.show.notice();
  settle(answer.said === undefined ? { status: answer.status, said: { problems: [{ field: '' }] } } : answer);
}

/** One that is due, with what is sent of it. */
function next() {
  const due = [...waiting].find(([, at]) => at <= Date.now());
  if (due === undefined) return undefined;
  const [question] = due;
  waiting.delete(question);
  return { question, body: bodyOf(page.form, question, revisions.get(question) ?? page.revision) };
}

function again(why, said) {
  page.show.notice(why, said);
  page.show(sending.question, { state: 'waiting' });
  sendIn((PAUSES[failures] ?? PAUSES.at(-1)) * 1000);
  failures += 1;
}

function settle({ status, said }) {
  const { question } = sending;
  const { problems = [], conflicts = [], others = [] } = said;
  sending = undefined;
  if (said.progress !== undefined) page.progress(said);
  if (conflicts.length > 0) differ(question, said);
  else {
    if (status !== 409 && said.revision !== undefined) revisions.set(question, said.revision);
    if (others.length > 0 && !waiting.has(question)) page.puts(question, others);
    const state = problems.length > 0 ? 'refused' : waiting.has(question) ? 'unsaved' : 'saved';
    page.show(question, { state, problems, at: said.savedAt });
  }
  plan();
  if (isClear()) for (const tell of whenClear.splice(0)) tell();
}

/** Which of the two stays is the person's to say. */
function differ(question, { conflicts, revision }) {
  waiting.delete(question);
  const choose = (isMine) => {
    revisions.set(question, revision);
    if (isMine) return touch(question, { isTyping: false });
    const fields = conflicts.flatMap((one) => one.fields);
    page.puts(question, fields);
    page.show(question, { state: 'saved', at: new Date().toISOString() });
  };
  page.show(question, { state: 'differs', conflicts, choose });
}

/** Sends a form's body and reads the answer; a server that is away answers 503 here. */
export async function post(address, body) {
  try {
    const answer = await fetch(address, {
      method: 'POST',
      body,
      headers: { Accept: 'application/json' },
      signal: AbortSignal.timeout(PATIENCE),
    });
    const said = await answer.json().catch(() => undefined);
    return { status: answer.status, said };
  } catch {
    return { status: 503, said: undefined };
  }
}
