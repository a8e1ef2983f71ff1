/**
 * How an invented submission came to its state: the saves of its country, then what the secretariat did with it.
 * Must never: read the clock; know a store.
 */
import { decideAssessment } from '../../core/workflow/decide-assessment.js';
import { decidePassage, decideReasonedPassage } from '../../core/workflow/decide-passage.js';
import { decideSubmission } from '../../core/workflow/decide-submission.js';
import type { SubmissionStatus } from '../../core/workflow/statuses.js';
import type { Submission } from '../../store/store.js';
import { sha256 } from '../sha256.js';
import { savesOf } from './seed-saves.js';
import type { Step, Telling } from './seed-step.js';

const DAY = 86_400_000;

export function stepsOf(telling: Telling): readonly Step[] {
  const saves = savesOf(telling);
  const then = Date.parse(saves.at(-1)?.at ?? telling.first);
  const passages = passagesOf(telling, telling.state.status);
  const steps = passages.map((step, place) => ({ ...step, at: new Date(then + (2 * place + 1) * DAY).toISOString() }));
  return [...saves, ...steps];
}

type Passage = Omit<Step, 'at'>;

function passagesOf(telling: Telling, status: SubmissionStatus): readonly Passage[] {
  const { country, reason } = telling.state;
  const secretariat = telling.people.of('secretariat');
  const validator = telling.people.of('validator');
  const before = (earlier: SubmissionStatus) => passagesOf(telling, earlier);
  switch (status) {
    case 'not-started':
    case 'in-progress':
      return [];
    case 'submitted':
      return [submitting(telling), ...asking(telling)];
    case 'in-validation':
      return [...before('submitted'), ...assessing(telling, validator)];
    case 'returned':
      return [
        submitting(telling),
        { by: validator, decide: ({ status: now }) => decidePassage({ status: now }, 'begin-validation') },
        { by: secretariat, decide: ({ status: now }) => decideReasonedPassage({ status: now }, 'return', reason) },
      ];
    case 'validated':
      return [
        ...before('in-validation'),
        { by: secretariat, decide: ({ status: now }) => decidePassage({ status: now }, 'validate') },
      ];
    case 'signed-off':
      return [
        ...before('validated'),
        {
          by: telling.people.of('signatory', country),
          decide: ({ status: now }) => decidePassage({ status: now }, 'sign-off'),
        },
      ];
    case 'excluded':
      return [
        { by: secretariat, decide: ({ status: now }) => decideReasonedPassage({ status: now }, 'exclude', reason) },
      ];
    default:
      return status satisfies never;
  }
}

function submitting({ outline, people, state }: Telling): Passage {
  return {
    by: people.of('delegate', state.country),
    decide: (submission) => decideSubmission({ ...submission, outline, hash: sha256 }),
  };
}

/** A submitted country that gives a reason asks for its answers back. */
function asking({ state: { status, reason, country }, people }: Telling): readonly Passage[] {
  if (status !== 'submitted' || reason === '') return [];
  const by = people.of('delegate', country);
  return [{ by, decide: ({ status: now }) => decideReasonedPassage({ status: now }, 'ask-reopening', reason) }];
}

/** While a validation goes on, this share of the answers has been looked at. */
const LOOKED_AT = 0.4;

/** Adjusts what is to be adjusted and accepts the rest: all of it, or its beginning while the validation goes on. */
function assessing({ state, material, outline }: Telling, by: string): readonly Passage[] {
  const adjustments = material.adjustments.filter(({ country }) => country === state.country);
  const adjusted = new Set(adjustments.map(({ key }) => key));
  const keys = ({ answers }: Submission): readonly string[] => {
    const answered = outline.points.map(({ key }) => key).filter((key) => Object.hasOwn(answers, key));
    const most = state.status === 'in-validation' ? Math.round(answered.length * LOOKED_AT) : answered.length;
    return answered.slice(0, most).filter((key) => !adjusted.has(key));
  };
  return [
    {
      by,
      decide: (submission) =>
        decideAssessment({ ...submission, outline }, { finding: 'accepted', keys: keys(submission) }),
    },
    ...adjustments.map(({ key, answer, reason }) => ({
      by,
      decide: (submission: Submission) =>
        decideAssessment(
          { ...submission, outline },
          { finding: 'adjusted', key, entered: { values: answer.split('|') }, reason },
        ),
    })),
  ];
}
