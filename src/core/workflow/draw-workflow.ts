/**
 * Draws the tables of the workflow for docs/workflow.md: state diagrams in Mermaid, rights and times as Markdown tables. A house
 * test holds the page against these.
 * Must never: say anything the tables do not.
 */
import { ACTIONS, SUBMISSION_ACTIONS, type SubmissionAction } from './actions.js';
import { EVERYBODYS, type Reach, RIGHTS } from './rights.js';
import { ROLES } from './roles.js';
import { EDITION_TRANSITIONS, SUBMISSION_TRANSITIONS, type SubmissionTransition } from './transitions.js';

/** By the name they have in the page. */
export const DRAWINGS: Readonly<Record<string, () => string>> = {
  submission: drawSubmission,
  edition: drawEdition,
  times: drawTimes,
  rights: drawRights,
};

function drawSubmission(): string {
  const moves = SUBMISSION_TRANSITIONS.filter(({ from, to }) => from !== to);
  return diagram(moves.map(({ from, to, action }) => ({ from, to, label: wordOf(action) })));
}

function drawEdition(): string {
  return diagram(EDITION_TRANSITIONS.map(({ from, to, word }) => ({ from, to, label: word })));
}

function drawTimes(): string {
  const actions = SUBMISSION_ACTIONS.filter((action) => SUBMISSION_TRANSITIONS.some((line) => line.action === action));
  return table(['action', 'submission is', 'edition is'], actions.flatMap(timesOf));
}

function drawRights(): string {
  const rows = ACTIONS.map((action) => [
    wordOf(action),
    ...ROLES.map((role) => reachWords(RIGHTS[action][role])),
    Object.entries(EVERYBODYS)
      .flatMap(([kind, actions]) => (actions.includes(action) ? [KINDS[kind] ?? kind] : []))
      .join(', '),
  ]);
  return table(['action', ...ROLES, 'everybody'], rows);
}

const KINDS: Readonly<Record<string, string>> = {
  published: 'published editions of the library',
  demonstration: 'demonstrations',
  collected: 'collected editions, once published',
};

interface Arrow {
  readonly from: string;
  readonly to: string;
  readonly label: string;
}

/** One arrow for all that lead the same way. Mermaid takes a hyphen for part of an arrow, so that states have ids of their own. */
function diagram(arrows: readonly Arrow[]): string {
  const states = [...new Set(arrows.flatMap(({ from, to }) => [from, to]))];
  const ways = new Map<string, Set<string>>();
  for (const { from, to, label } of arrows) {
    const way = `${idOf(from)} --> ${idOf(to)}`;
    ways.set(way, (ways.get(way) ?? new Set()).add(label));
  }
  const lines = [
    ...states.map((state) => `state "${state}" as ${idOf(state)}`),
    `[*] --> ${idOf(states[0] ?? '')}`,
    ...[...ways].map(([way, labels]) => `${way}: ${[...labels].join(', ')}`),
  ];
  return ['```mermaid', 'stateDiagram-v2', ...lines.map((line) => `  ${line}`), '```'].join('\n');
}

/** Lines of one action that differ only in the status of the submission stand together. */
function timesOf(action: SubmissionAction): readonly (readonly string[])[] {
  const rows = new Map<string, string[]>();
  for (const line of SUBMISSION_TRANSITIONS) {
    if (line.action !== action) continue;
    const when = whenOf(line);
    rows.set(when, [...(rows.get(when) ?? []), line.givenBack ? `${line.from} (once given back)` : line.from]);
  }
  return [...rows].map(([when, statuses]) => [wordOf(action), statuses.join(', '), when]);
}

const whenOf = ({ during, byDeadline }: SubmissionTransition): string =>
  `${during.join(', ')}${byDeadline ? ', before it closes' : ''}`;

function reachWords(reach: Reach | undefined): string {
  switch (reach) {
    case undefined:
      return '';
    case 'house':
      return 'yes, if of all editions';
    case 'edition':
      return 'yes';
    case 'country':
      return 'own country';
    case 'sections':
      return 'own sections';
    default:
      return reach satisfies never;
  }
}

const wordOf = (action: string): string => action.replaceAll('-', ' ');

const idOf = (state: string): string => state.replaceAll('-', '_');

function table(heads: readonly string[], rows: readonly (readonly string[])[]): string {
  return [heads, heads.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n');
}
