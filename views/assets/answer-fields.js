/**
 * The fields of a question on the page: read as the server reads them, gathered to be sent, and set to what somebody else saved.
 * Must never: take the fields of a follow-up for those of the question above it.
 */

const ONE_CHOICE = new Set(['yes-no', 'requirement', 'frequency', 'share', 'single-choice', 'rating', 'scale']);

/** What stands in the fields of a data point, as the server reads it. */
export function enteredAt(form, { key, spec }) {
  const fields = new FormData(form);
  const given = fields.getAll(key);
  const isStatement = (one) => ONE_CHOICE.has(spec.type) && one.startsWith(':');
  const status = [...fields.getAll(`${key}:status`), ...given.filter(isStatement).map((one) => one.slice(1))];
  const values = given.filter((one) => !isStatement(one));
  return { values: values.flatMap((one) => one.split(/\r?\n/)), status: status.join(', ') };
}

/** The element of the question a field belongs to. */
export const questionOf = (field) => field.closest('[data-question]');

/** Its own fields, without those of the questions under it. */
export function fieldsOfQuestion(form, question) {
  return [...form.elements].filter((field) => field.name && questionOf(field) === question);
}

export const keysOf = (question) =>
  [...question.querySelectorAll('[data-point]')]
    .filter((element) => questionOf(element) === question)
    .map((element) => element.dataset.point);

/** What is sent to save a question: its answers and what was remarked on them, on the revision they were seen at. */
export function bodyOf(form, question, revision) {
  const body = new URLSearchParams({ revision });
  for (const field of fieldsOfQuestion(form, question)) {
    if (field.type === 'file' || field.type === 'submit' || /:evidence-/.test(field.name)) continue;
    if ((field.type === 'radio' || field.type === 'checkbox') && !field.checked) continue;
    body.append(field.name, field.value);
  }
  return body;
}

/** Sets the fields of a name to the values somebody else saved. */
export function putIn(form, { name, values }) {
  for (const field of form.elements) {
    if (field.name !== name) continue;
    if (field.type === 'radio' || field.type === 'checkbox') {
      field.checked =
        values.includes(field.value) || (values.length === 0 && field.type === 'radio' && field.value === '');
    } else if (field.type !== 'hidden')
      field.value = values.filter((one) => !/^(yes|no)$/.test(one) || values.length > 1).join('\n');
  }
}
