/**
 * From a posted form to what was entered: raw strings by data point. Fields are named by data point; `q3:status` holds a
 * statement in place of an answer where that is a field of its own, and `point` names every data point that was on the page.
 * `q3:comment` and its like hold what was remarked on a question, and `remark` names every question whose remarks were on it.
 * Must never: decide what an entry means, or take a field for a data point the questionnaire does not have.
 */
import type { Outline } from '../core/survey/outline.js';
import type { Entered } from '../core/survey/read-answer.js';
import type { EnteredRemark } from '../core/workflow/decide-remarks.js';
import { isOneChoice, STATEMENT_SIGN } from './cell-view.js';
import { fieldsOf } from './posted-fields.js';

export interface Form {
  readonly answers: ReadonlyMap<string, Entered>;
  readonly remarks: ReadonlyMap<string, EnteredRemark>;
  /** By question: what was typed to attach something. */
  readonly evidence: ReadonlyMap<string, TypedEvidence>;
  /** Ids of evidence to take back. */
  readonly withdrawn: readonly string[];
  /** The revision the page was built on; NaN where it names none. */
  readonly expecting: number;
  /** Whether to go on to the next section after saving. */
  readonly goesOn: boolean;
}

export interface TypedEvidence {
  readonly title: string;
  readonly address: string;
  readonly language: string;
  readonly passage: string;
  readonly date: string;
}

const EVIDENCE_FIELDS = ['title', 'address', 'language', 'passage', 'date'] as const;
export const NO_EVIDENCE: TypedEvidence = { title: '', address: '', language: '', passage: '', date: '' };

/**
 * @param body as the readers of forms leave it: a string, or several under one name
 * @param files names of the fields that hold a file
 */
export function readForm(outline: Outline, body: unknown, files: readonly string[] = []): Form {
  const fields = new Map<string, string[]>();
  for (const [name, value] of fieldsOf(body)) fields.set(name, [...(fields.get(name) ?? []), value]);
  const all = (name: string): readonly string[] => fields.get(name) ?? [];
  const points = all('point').flatMap((key) => outline.point.get(key) ?? []);
  const answers = points.map(({ key, spec }): [string, Entered] => {
    const given = all(key);
    const isStatement = (one: string): boolean => isOneChoice(spec) && one.startsWith(STATEMENT_SIGN);
    const status = [...all(`${key}:status`), ...given.filter(isStatement).map((one) => one.slice(1))];
    const values = given.filter((one) => !isStatement(one));
    return [key, { values: spec.type === 'link-list' ? values.flatMap(linesOf) : values, status: status.join(', ') }];
  });
  const questions = [...outline.questions.keys()];
  const [revision = ''] = all('revision');
  return {
    answers: new Map(answers),
    remarks: new Map(
      all('remark')
        .filter((id) => outline.questions.has(id))
        .map((id) => [id, remarkOf(id, all)]),
    ),
    evidence: new Map(
      questions
        .map((id) => [id, evidenceOf(id, all)] as const)
        .filter(([id, typed]) => isTyped(typed) || all('attach').includes(id) || files.includes(`${id}:evidence-file`)),
    ),
    withdrawn: all('withdraw'),
    expecting: /^\d{1,9}$/.test(revision) ? Number(revision) : Number.NaN,
    goesOn: all('then').includes('next'),
  };
}

type All = (name: string) => readonly string[];

/** One address a line. */
const linesOf = (text: string): readonly string[] => text.split(/\r?\n/);

/** A group of radio buttons of which none is chosen sends nothing, and is left as it is. */
function remarkOf(id: string, all: All): EnteredRemark {
  const [confidence] = all(`${id}:confidence`);
  const [comment] = all(`${id}:comment`);
  const [why] = all(`${id}:why`);
  return {
    ...(confidence === undefined ? {} : { confidence }),
    ...(comment === undefined ? {} : { comment }),
    ...(why === undefined ? {} : { why }),
  };
}

function evidenceOf(id: string, all: All): TypedEvidence {
  const at = (name: (typeof EVIDENCE_FIELDS)[number]): string => all(`${id}:evidence-${name}`)[0] ?? '';
  return {
    title: at('title'),
    address: at('address'),
    language: at('language'),
    passage: at('passage'),
    date: at('date'),
  };
}

const isTyped = (typed: TypedEvidence): boolean => EVIDENCE_FIELDS.some((name) => typed[name].trim() !== '');
