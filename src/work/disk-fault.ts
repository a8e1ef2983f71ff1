/**
 * Tells a disk that takes no more, or gives nothing back, from a bug.
 * Must never: call a missing file a fault of the disk.
 */
import type { Problem } from '../core/problem.js';

const CODES = /^(ENOSPC|EDQUOT|EFBIG|EROFS|EACCES|EPERM|EIO|EMFILE|ENFILE|ENOTDIR|EEXIST|ENAMETOOLONG)$/;

export function diskFault(error: unknown, folder: string): Problem | undefined {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  return CODES.test(code) ? { code: 'analysis-disk', details: { folder, reason: code } } : undefined;
}
