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

/**
 * The branch whose kind (a text, a list, a group of keys) is that of what was written: the one that looks inside, else the
 * one that wants other words. Undefined where none or several are as near.
 */
function branchMeant(branches: readonly (readonly Issue[])[]): readonly Issue[] | undefined {
  const near = branches.filter((branch) => !branch.some(isWrongKind));
  const inside = near.filter((branch) => !branch.some(isWrongWord));
  const [only, another] = inside.length > 0 ? inside : near;
  return another === undefined ? only : undefined;
}

function isWrongKind(issue: Issue): boolean {
  if (issue.path.length > 0) return false;
  if (issue.code === 'invalid_union')
    return issue.errors.length > 0 && issue.errors.every((one) => one.some(isWrongKind));
  return issue.code === 'invalid_type';
}

function isWrongWord(issue: Issue): boolean {
  return issue.path.length === 0 && issue.code === 'invalid_value';
}
