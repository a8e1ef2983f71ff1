/**
 * A rule as written, in full or by its name → core's IndicatorRule.
 * Must never: follow a name round in a circle.
 */
import type { IndicatorRule, PointsPart } from '../core/scoring/framework.js';
import { defined } from './defined.js';
import { didYouMean } from './did-you-mean.js';
import type { Note } from './note.js';
import type { RuleFile } from './shapes/rule-shape.js';
import type { Path } from './tree.js';

export type NamedRules = Readonly<Record<string, RuleFile>>;

interface Where {
  readonly rules: NamedRules;
  readonly note: Note;
  readonly path: Path;
  /** Names on the way here. */
  readonly through?: readonly string[];
}

/** Undefined where a name leads nowhere; `note` then says so. */
export function toRule(file: string | RuleFile, where: Where): IndicatorRule | undefined {
  if (typeof file === 'string') return named(file, where);
  switch (file.type) {
    case 'map':
      return { type: 'map', scores: file.scores };
    case 'equal-shares':
    case 'link-required':
    case 'as-answered':
      return file;
    case 'reversed': {
      const rule = toRule(file.rule, { ...where, path: [...where.path, 'rule'] });
      return rule && { type: 'reversed', rule, low: file.low, high: file.high };
    }
    case 'points':
      return defined({
        type: 'points' as const,
        parts: Object.entries(file.parts).map(
          ([part, rule]): PointsPart =>
            defined({ part, points: rule.points, needs: rule.needs, otherwise: rule.otherwise ?? 0 }),
        ),
        missing: file.missing,
      });
    case 'graded':
      return defined({
        type: 'graded' as const,
        fence: file.fence,
        near: file.near,
        scores: {
          highOutlier: file.scores['high-outlier'],
          above: file.scores.above,
          near: file.scores.near,
          below: file.scores.below,
          lowOutlier: file.scores['low-outlier'],
        },
        meanWithoutOutliers: file['mean-without-outliers'],
        notAskedCountsAs: file['not-asked-counts-as'],
      });
  }
}

function named(name: string, where: Where): IndicatorRule | undefined {
  const rule = Object.hasOwn(where.rules, name) ? where.rules[name] : undefined;
  const through = where.through ?? [];
  if (rule === undefined) {
    const meant = didYouMean(name, Object.keys(where.rules));
    where.note(
      where.path,
      `there is no rule '${name}' under 'rules'${meant === undefined ? '' : `; did you mean '${meant}'?`}`,
    );
    return undefined;
  }
  if (through.includes(name)) {
    where.note(where.path, `the rule '${name}' refers to itself`);
    return undefined;
  }
  // What is wrong inside a named rule is said once, where it is written.
  return toRule(rule, { ...where, note: () => {}, through: [...through, name] });
}
