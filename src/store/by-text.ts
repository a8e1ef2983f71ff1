/**
 * One order of texts on every database: by code units, whatever collation a server was set up with.
 * Must never: sort for the eye of a reader.
 */
export function byText<Row>(textOf: (row: Row) => string): (one: Row, other: Row) => number {
  return (one, other) => {
    const [left, right] = [textOf(one), textOf(other)];
    if (left === right) return 0;
    return left < right ? -1 : 1;
  };
}
