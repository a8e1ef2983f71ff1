/**
 * The board of an edition: how far every country is in every section, who is late, what needs attention first.
 * Must never: show an answer or a score.
 */
import type { Request, Response, Router } from 'express';
import { type Board, type BoardRow, loadBoard } from '../../journeys/validating/load-board.js';
import { addressOf } from '../addresses.js';
import { deskFrame } from '../desk-frame.js';
import type { Frame } from '../frame.js';
import { personOf } from '../person.js';
import { sayProblems } from '../problem-page.js';
import type { Site } from '../site.js';

/** View model of views/pages/board.ejs. */
interface BoardPage {
  readonly frame: Frame;
  readonly heading: string;
  readonly lead: string;
  readonly counts: readonly { readonly label: string; readonly count: number }[];
  readonly sections: readonly { readonly number: number; readonly title: string }[];
  readonly rows: readonly RowView[];
}

interface RowView {
  readonly name: string;
  readonly code: string;
  readonly href: string;
  readonly sign: string;
  readonly status: string;
  /** Why it stands where it stands; '' where nothing is to be done. */
  readonly need: string;
  readonly isLate: boolean;
  readonly answered: number;
  readonly asked: number;
  readonly cells: readonly CellView[];
  /** ISO instant; '' before the first change. */
  readonly savedAt: string;
}

interface CellView {
  readonly answered: number;
  readonly asked: number;
  /** `full`, `part` or `none`, and how full in tenths: classes of the cell. */
  readonly look: string;
}

export function boardPages(site: Site, router: Router): void {
  router.get('/desk/editions/:edition/board', (request, response) => show(site, request, response));
}

async function show(site: Site, request: Request, response: Response): Promise<void> {
  const person = personOf(response);
  const loaded = await loadBoard(site.world, person, String(request.params.edition));
  if (!loaded.ok) return sayProblems(site, response, loaded);
  const board = loaded.value;
  const { words } = site;
  const { questionnaire } = board.edition.definition;
  const handedIn = board.rows.filter(({ status }) => HANDED_IN.has(status)).length;
  const late = board.rows.filter((row) => row.late?.kind === 'late').length;
  const page = {
    frame: deskFrame(site, board.edition, { title: words.say('page.desk.nav.board'), person, place: 'board' }),
    heading: words.say('page.desk.board.heading', { handedIn, count: board.rows.length, late }),
    lead: leadOf(site, board),
    counts: countsOf(site, board),
    sections: (questionnaire?.sections ?? []).map(({ title }, at) => ({ number: at + 1, title })),
    rows: board.rows.map((row) => rowView(site, board, row)),
  } satisfies BoardPage;
  response.set('Cache-Control', 'no-store').type('html').send(site.render('board', page));
}

const HANDED_IN = new Set<string>(['submitted', 'in-validation', 'validated', 'signed-off']);

function leadOf({ words }: Site, { rows }: Board): string {
  if (rows.length === 0) return words.say('page.desk.board.empty');
  const notBegun = rows.filter(({ status }) => status === 'not-started').map(({ name }) => name);
  const few = notBegun.length > 0 && notBegun.length <= 5;
  return words.say('page.desk.board.lead', { notBegun: notBegun.length, names: few ? words.list(notBegun) : 'none' });
}

function countsOf({ words }: Site, { rows }: Board): BoardPage['counts'] {
  const statuses = [...new Set(rows.map(({ status }) => status))];
  return statuses.map((status) => ({
    label: words.say(`page.desk.status.${status}`),
    count: rows.filter((row) => row.status === status).length,
  }));
}

const SIGNS: Readonly<Record<BoardRow['status'], string>> = {
  'not-started': '○',
  'in-progress': '◐',
  submitted: '●',
  'in-validation': '●',
  returned: '↩',
  validated: '✓',
  'signed-off': '✓',
  excluded: '–',
};

function rowView({ words }: Site, { edition }: Board, row: BoardRow): RowView {
  const { country, name, status, progress, savedAt = '' } = row;
  return {
    name,
    code: country,
    href: addressOf.checking(edition.id, country),
    sign: SIGNS[status],
    status: words.say(`page.desk.status.${status}`),
    need: needWords(words, row),
    isLate: row.late !== undefined,
    answered: progress.answered,
    asked: progress.asked,
    cells: progress.sections.map(({ answered, asked }) => ({ answered, asked, look: lookOf(answered, asked) })),
    savedAt,
  };
}

function needWords(words: Site['words'], { late, asksReopening, status }: BoardRow): string {
  if (late !== undefined) return words.say(`page.desk.board.${late.kind}`, { days: late.days });
  if (asksReopening) return words.say('page.desk.board.asks-reopening');
  return status === 'submitted' ? words.say('page.desk.board.to-check') : '';
}

function lookOf(answered: number, asked: number): string {
  if (answered === asked) return 'full';
  return answered === 0 ? 'none' : `part w${Math.max(1, Math.floor((answered / asked) * 10))}`;
}
