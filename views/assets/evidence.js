/**
 * Attaches evidence to a question and takes it back without leaving the page; what was attached is then shown as the server has it.
 * Must never: empty the fields before the server has acknowledged; send the same twice at once.
 */
import { fieldsOfQuestion, questionOf } from './answer-fields.js';
import { post } from './autosave.js';
import { make } from './save-states.js';

const LARGEST = 10 * 2 ** 20;

/** @param button `attach` with the question, or `withdraw` with the piece of evidence */
export async function sendEvidence(form, button, says) {
  const question = questionOf(button);
  const block = question.querySelector(`[data-evidence="${CSS.escape(question.id)}"]`);
  const fields = fieldsOfQuestion(form, question).filter(({ name }) => name.includes(':evidence-'));
  const tell = (sentence) => {
    block.querySelector('.attach .error')?.remove();
    if (sentence === undefined) return;
    block
      .querySelector('.attach')
      .prepend(make('p', { class: 'error', role: 'alert' }, make('b', {}, says.error), ` ${sentence}`));
  };
  const body = new FormData();
  body.set('revision', form.elements.namedItem('revision').value);
  body.set(button.name, button.value);
  if (button.name === 'attach') {
    for (const field of fields) {
      const file = field.type === 'file' ? field.files[0] : undefined;
      if (file !== undefined && file.size > LARGEST) return tell(says['too-large']);
      if (field.type !== 'file') body.set(field.name, field.value);
      else if (file !== undefined) body.set(field.name, file);
    }
  }
  button.disabled = true;
  const { status, said } = await post(form.action, body);
  button.disabled = false;
  if (status === 401) return tell(`${says['signed-out-title']} ${says['signed-out']}`);
  if (said === undefined) return tell(`${says['away-title']} ${says['away-evidence']}`);
  if (said.problems.length > 0) return tell(said.problems.map(({ sentence }) => sentence).join('; '));
  tell(undefined);
  if (button.name === 'attach') for (const field of fields) field.value = '';
  await showAnew(question, block);
}

/** The block as the server draws it now. */
async function showAnew(question, block) {
  const page = new DOMParser().parseFromString(await (await fetch(location.pathname)).text(), 'text/html');
  const fresh = page.querySelector(`[data-evidence="${CSS.escape(question.id)}"] .attached`);
  if (fresh !== null) block.querySelector('.attached').replaceWith(document.importNode(fresh, true));
  const summary = '.beside > summary > .inside';
  const inside = page
    .getElementById(question.id)
    ?.querySelector(`:scope > .body > .own > ${summary}, :scope > .own > ${summary}`);
  const old = block.closest('.beside').querySelector('.inside');
  if (inside) old.textContent = inside.textContent;
}
