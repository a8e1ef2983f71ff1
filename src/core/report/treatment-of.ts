/**
 * What the method does with a node that has no score when its parent is combined.
 * Must never: read the method otherwise than the engine does.
 */
import type { Method, NodeRule, Treatment } from '../scoring/method.js';
import { treatmentsOf } from '../scoring/treatment.js';
import type { Reason } from '../survey/answers.js';
import type { Place } from './places.js';

export function treatmentOf(method: Method, place: Place, reason: Reason): Treatment {
  const chain: (NodeRule | undefined)[] = [];
  for (let at: Place | undefined = place; at !== undefined; at = at.parent) chain.push(at.rule);
  return treatmentsOf(method, chain)[reason];
}
