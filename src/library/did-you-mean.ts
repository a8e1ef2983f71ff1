/**
 * The known word an unknown one was probably meant to be.
 * Must never: suggest a word that shares little with what was written.
 */

/** The nearest word, at most a third of its letters (and at least one) away. */
export function didYouMean(written: string, known: Iterable<string>): string | undefined {
  let nearest: { readonly word: string; readonly steps: number } | undefined;
  for (const word of known) {
    if (Math.abs(word.length - written.length) > 4 || word.length > 64 || word === written) continue;
    const steps = stepsBetween(written.toLowerCase(), word.toLowerCase());
    if (steps <= Math.max(1, Math.floor(word.length / 3)) && steps < (nearest?.steps ?? Number.POSITIVE_INFINITY)) {
      nearest = { word, steps };
    }
  }
  return nearest?.word;
}

/** Damerau's edit distance (optimal string alignment): letters added, dropped, exchanged or swapped with their neighbour. */
function stepsBetween(a: string, b: string): number {
  let before: readonly number[] = [];
  let above: readonly number[] = Array.from({ length: b.length + 1 }, (_, at) => at);
  for (let i = 1; i <= a.length; i++) {
    const row: number[] = [i];
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1];
      const plain = Math.min((above[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, (above[j - 1] ?? 0) + (same ? 0 : 1));
      const swapped = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1];
      row.push(swapped ? Math.min(plain, (before[j - 2] ?? 0) + 1) : plain);
    }
    before = above;
    above = row;
  }
  return above[b.length] ?? 0;
}
