/**
 * Says by each question whether it is saved, what is wrong with it, or what somebody else saved meanwhile; above the form, what
 * keeps everything waiting; and in the rail, how far the country is.
 * Must never: say "saved" on its own account.
 */
const { lang: language } = document.documentElement;
const clock = new Intl.DateTimeFormat(language === 'en' ? 'en-GB' : language, { hour: '2-digit', minute: '2-digit' });

export function showState(form, says) {
  const show = (question, told) => {
    const place = question.querySelector(':scope > header [data-saved]');
    place.className = `saved ${LOOKS[told.state] ?? ''}`;
    const sign = SIGNS[told.state];
    place.replaceChildren(
      ...(sign === undefined ? [] : [make('span', { 'aria-hidden': 'true' }, sign), ' ']),
      says[told.state],
    );
    if (told.state === 'saved' && told.at) {
      place.append(' ', make('time', { datetime: told.at }, clock.format(new Date(told.at))));
    }
    if (told.state === 'saving' || told.state === 'waiting') return;
    tidy(form, question);
    question.classList.toggle('bad', told.state === 'refused');
    if (told.state === 'refused') complain(form, question, told.problems, says);
    if (told.state === 'differs') compare(question, told, says);
  };
  show.notice = (why, said) => notice(why, said, says);
  return show;
}

const LOOKS = { refused: 'err', differs: 'err', unsaved: 'busy', saving: 'busy', waiting: 'busy' };
const SIGNS = { saved: '✓', refused: '!', differs: '!' };

/** Takes away what was said of it before, by the server or by this script. */
function tidy(form, question) {
  for (const old of question.querySelectorAll('.error, .differs')) {
    if (old.closest('[data-question]') === question && old.closest('.attach') === null) old.remove();
  }
  for (const field of form.elements) {
    if (field.closest('[data-question]') === question) field.removeAttribute('aria-invalid');
  }
}

function complain(form, question, problems, says) {
  for (const { field, sentence = says.gone } of problems) {
    const id = `live-${field || question.id}`;
    const error = make('p', { class: 'error', id, role: 'alert' }, make('b', {}, says.error), ` ${sentence}`);
    const named = [...form.elements].filter(({ name }) => name && (name === field || name === field.replace('/', ':')));
    const at = question.querySelector(`[data-point="${CSS.escape(field)}"]`) ?? question.querySelector('.own');
    at.prepend(error);
    // A legend has to come first in its group.
    const legend = at.querySelector(':scope > legend, :scope > label');
    if (legend !== null) legend.after(error);
    for (const one of named) {
      if (one.type === 'hidden') continue;
      one.setAttribute('aria-invalid', 'true');
      one.setAttribute('aria-describedby', id);
    }
  }
}

function compare(question, { conflicts, choose }, says) {
  const button = (text, mine) => {
    const made = make('button', { type: 'button', class: mine ? 'btn' : 'btn quiet' }, text);
    made.addEventListener('click', () => {
      box.remove();
      choose(mine);
    });
    return made;
  };
  const pairs = conflicts.flatMap(({ text, mine, theirs }) => [
    ...(conflicts.length > 1 ? [make('p', {}, text)] : []),
    make(
      'dl',
      {},
      make('dt', {}, says.mine),
      make('dd', {}, mine),
      make('dt', {}, says.theirs),
      make('dd', {}, theirs),
    ),
  ]);
  const buttons = make('p', {}, button(says['keep-mine'], true), button(says['take-theirs'], false));
  const box = make('div', { class: 'differs', role: 'alert' }, ...pairs, buttons);
  question.querySelector('.own').prepend(box);
}

/** @param why `away` or `signed-out`; nothing when all is well again */
function notice(why, said, says) {
  const place = document.querySelector('#live');
  if (place.dataset.why === (why ?? '')) return;
  place.dataset.why = why ?? '';
  place.hidden = why === undefined;
  if (why === undefined) return place.replaceChildren();
  const heading = make('b', {}, says[`${why}-title`]);
  const way =
    why === 'signed-out' && said?.signIn
      ? [
          make(
            'p',
            { class: 'acts' },
            make('a', { class: 'btn', href: said.signIn, target: '_blank' }, says['sign-in']),
          ),
        ]
      : [];
  place.replaceChildren(make('p', {}, heading, ` ${says[why]}`), ...way);
}

/** One progress, shown wherever it stands on the page. */
export function showProgress(says) {
  const put = (selector, text) => {
    for (const element of document.querySelectorAll(selector)) element.textContent = text;
  };
  const filled = (pattern, answered, asked) => pattern.replace('{answered}', answered).replace('{asked}', asked);
  return ({ progress: { answered, asked, sections }, next }) => {
    put('[data-answered]', answered);
    put('[data-of]', filled(says.of, answered, asked));
    put('[data-progress]', filled(says.progress, answered, asked));
    for (const [id, done, all] of sections) {
      const text = done === all ? `✓ ${all}` : filled(says.count, done, all);
      put(`[data-section="${CSS.escape(id)}"]`, all === 0 ? '–' : text);
    }
    const way = document.querySelector('[data-next]');
    way.hidden = next === null;
    if (next !== null) Object.assign(way, { href: next.href, textContent: next.label });
  };
}

export function make(name, attributes, ...children) {
  const element = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
  element.append(...children);
  return element;
}
