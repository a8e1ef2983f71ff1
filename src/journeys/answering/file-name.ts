/**
 * The name a file is kept and sent back under: as its sender called it, without folders, without signs that mislead, and with the
 * ending of what it is.
 * Must never: be used as a path.
 */

/** @param ending of the kind that was found by looking at the content */
export function fileName(given: string, ending: string): string {
  const last = given.split(/[/\\]/).at(-1) ?? '';
  // biome-ignore lint/suspicious/noControlCharactersInRegex: those are what is taken out
  const plain = last.replace(/[\u0000-\u001f\u007f-\u009f\u200e\u200f\u202a-\u202e\u2066-\u2069"<>:|?*]/g, '');
  const whole = plain
    .replace(/\p{Surrogate}/gu, '')
    .trim()
    .replace(/^\.+/, '');
  const own = new RegExp(`\\.(${ending === 'jpg' ? 'jpe?g' : ending})$`, 'i');
  const stem = [...whole.replace(own, '')].slice(0, LONGEST).join('');
  return `${stem === '' ? 'file' : stem}.${ending}`;
}

const LONGEST = 120;
