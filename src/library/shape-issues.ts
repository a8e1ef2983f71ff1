/**
 * zod's issues, flattened: of a union that nothing matched, only the branch the author was writing speaks.
 * Must never: report one slip as many.
 */
import type { z } from 'zod';

type Issue = z.core.$ZodIssue;

/** Issues with full paths; every one stands for one thing to mend. */
export function flatIssues(issues: readonly Issue[], above: readonly PropertyKey[] = []): readonly Issue[] {
  return issues.flatMap((issue): readonly Issue[] => {
    const path = [...above, ...issue.path];
    const branch = issue.code === 'invalid_union' ? branchMeant(issue.errors) : undefined;
    return branch === undefined ? [{ ...issue, path }] : flatIssues(branch, path);
  });
}

/** The branch that at least had the right kind (a text, a list, a group of keys); undefined where none or several had. */
function branchMeant(branches: readonly (readonly Issue[])[]): readonly Issue[] | undefined {
  const near = branches.filter((branch) => !branch.some(isWrongKind));
  return near.length === 1 ? near[0] : undefined;
}

function isWrongKind(issue: Issue): boolean {
  if (issue.path.length > 0) return false;
  if (issue.code === 'invalid_union') return issue.errors.every((branch) => branch.some(isWrongKind));
  return issue.code === 'invalid_type' || issue.code === 'invalid_value';
}
