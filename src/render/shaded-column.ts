/**
 * Which columns of a heat table are shaded: the figures of what is measured; ranks and names stand beside them plain.
 * Must never: know a medium.
 */
import type { TableColumn } from '../core/report/document.js';

export const isShadedColumn = (column: Pick<TableColumn, 'numeric' | 'group' | 'hue'> | undefined): boolean =>
  column?.numeric === true && (column.group !== undefined || column.hue !== undefined);
