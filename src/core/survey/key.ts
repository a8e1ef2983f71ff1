/**
 * The name of a data point in answers, forms, conditions and files: `q2`, `q24/i10`, `q9/rows/columns`.
 * Must never: be taken apart again (look it up in the outline).
 */
export const keyOf = (question: string, part: string): string => (part === '' ? question : `${question}/${part}`);
