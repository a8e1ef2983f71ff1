/**
 * One text of a posted form; empty where there is none, or where somebody sent something else under its name. Without zero bytes, which
 * not every database can keep or look for.
 * Must never: throw on what was sent.
 */
export function textOf(body: unknown, name: string): string {
  const value: unknown =
    typeof body === 'object' && body !== null && Object.hasOwn(body, name) ? Reflect.get(body, name) : undefined;
  return typeof value === 'string' ? value.replaceAll('\0', '') : '';
}
