/**
 * Ranks in words and in tables, with ties always stated: "3rd of 40", "joint 32nd of 40", "32=".
 * Must never: show a shared rank as if it were held alone.
 */
import type { Words } from '../text/words.js';
import type { Standing } from './scores.js';

/** For table cells and chart labels: `3`, `32=`; '' without a rank. */
export function rankMark(words: Words, standing: Pick<Standing, 'rank' | 'tied'>): string {
  if (standing.rank === null) return '';
  const rank = words.number(standing.rank, Number.isInteger(standing.rank) ? 0 : 1);
  return standing.tied ? words.say('report.rank.tied-mark', { rank }) : rank;
}

/** "3rd of 40"; undefined without a rank. */
export function rankPhrase(words: Words, standing: Pick<Standing, 'rank' | 'tied' | 'of'>): string | undefined {
  if (standing.rank === null) return undefined;
  const details = { rank: words.ordinal(standing.rank), of: standing.of };
  return words.say(standing.tied ? 'report.rank.joint' : 'report.rank.alone', details);
}
