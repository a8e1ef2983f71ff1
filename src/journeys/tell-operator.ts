/**
 * What only who runs the house should read, as the log of requests writes its errors: one line of JSON on standard error.
 * Must never: be told what a country answered.
 */
export function tellOperator(msg: string, facts: Readonly<Record<string, unknown>>): void {
  process.stderr.write(`${JSON.stringify({ level: 50, msg, ...facts })}\n`);
}
