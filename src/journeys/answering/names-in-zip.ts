/**
 * The names of what a zip file holds, from its directory at the end, without unpacking anything.
 * Must never: unpack, follow a size a file claims beyond its own end, work longer than its length allows.
 */

/** Undefined where the directory is not whole. */
export function namesInZip(content: Buffer): ReadonlySet<string> | undefined {
  const end = endOfDirectory(content);
  if (end === undefined) return undefined;
  const count = content.readUInt16LE(end + 10);
  let at = content.readUInt32LE(end + 16);
  if (count > MOST) return undefined;
  const names = new Set<string>();
  for (let entry = 0; entry < count; entry += 1) {
    if (at + 46 > end || content.readUInt32LE(at) !== ENTRY) return undefined;
    const nameLength = content.readUInt16LE(at + 28);
    if (at + 46 + nameLength > end) return undefined;
    names.add(content.toString('utf8', at + 46, at + 46 + nameLength));
    at += 46 + nameLength + content.readUInt16LE(at + 30) + content.readUInt16LE(at + 32);
  }
  return names;
}

const ENTRY = 0x02014b50;
const END = Buffer.from([0x50, 0x4b, 0x05, 0x06]);
/** More parts than any document has. */
const MOST = 10_000;

/** It stands last, but for a comment of at most 65,535 bytes. */
function endOfDirectory(content: Buffer): number | undefined {
  if (content.length < 22) return undefined;
  const at = content.lastIndexOf(END, content.length - 22);
  return at === -1 || at < content.length - 22 - 0xffff ? undefined : at;
}
