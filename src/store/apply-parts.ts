/**
 * What changes make of the parts of a submission: answers, remarks, evidence, assessments.
 * Must never: decide whether a change may happen.
 */
import { sql } from 'kysely';
import type { Change } from '../core/workflow/change.js';
import type { StampOf, SubjectOf } from './subject.js';
import type { Work } from './tables.js';

/** Whether the change is one of a part. */
export async function applyToParts(work: Work, change: Change, stamp: StampOf<'submission'>): Promise<boolean> {
  const { edition, country } = stamp.subject;
  const { at } = stamp;
  switch (change.kind) {
    case 'answer-recorded': {
      const answer = JSON.stringify(change.answer);
      await work
        .insertInto('answer')
        .values({ edition, country, key: change.key, answer, at })
        .onConflict((conflict) => conflict.columns(['edition', 'country', 'key']).doUpdateSet({ answer, at }))
        .execute();
      return true;
    }
    case 'answer-withdrawn':
      await remove(work, ['answer', 'key'], { ...stamp.subject, key: change.key });
      return true;
    case 'remark-recorded': {
      const { question } = change;
      const remark = JSON.stringify(change.remark);
      if (remark === '{}') {
        await remove(work, ['remark', 'question'], { ...stamp.subject, key: question });
        return true;
      }
      await work
        .insertInto('remark')
        .values({ edition, country, question, remark })
        .onConflict((conflict) => conflict.columns(['edition', 'country', 'question']).doUpdateSet({ remark }))
        .execute();
      return true;
    }
    default:
      return applyToProof(work, change, stamp);
  }
}

/** Evidence, and the findings on answers. */
async function applyToProof(work: Work, change: Change, stamp: StampOf<'submission'>): Promise<boolean> {
  const { edition, country } = stamp.subject;
  switch (change.kind) {
    case 'evidence-attached':
      await work
        .insertInto('evidence')
        .values({ edition, country, id: change.evidence.id, evidence: JSON.stringify(change.evidence), at: stamp.at })
        .execute();
      return true;
    case 'evidence-withdrawn':
      await remove(work, ['evidence', 'id'], { ...stamp.subject, key: change.id });
      return true;
    case 'answer-assessed': {
      const assessment = JSON.stringify(change.assessment);
      await work
        .insertInto('assessment')
        .values({ edition, country, key: change.key, assessment })
        .onConflict((conflict) => conflict.columns(['edition', 'country', 'key']).doUpdateSet({ assessment }))
        .execute();
      return true;
    }
    case 'assessment-withdrawn':
      await remove(work, ['assessment', 'key'], { ...stamp.subject, key: change.key });
      return true;
    default:
      return false;
  }
}

type Part = { readonly [Table in keyof KeyOfPart]: readonly [Table, KeyOfPart[Table]] }[keyof KeyOfPart];

/** By which column a part is known within its submission. */
interface KeyOfPart {
  readonly answer: 'key';
  readonly remark: 'question';
  readonly evidence: 'id';
  readonly assessment: 'key';
}

async function remove(work: Work, [table, column]: Part, of: SubjectOf<'submission'> & { readonly key: string }) {
  await sql`delete from ${sql.table(table)}
    where edition = ${of.edition} and country = ${of.country} and ${sql.ref(column)} = ${of.key}`.execute(work);
}
