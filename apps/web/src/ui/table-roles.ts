/**
 * Named outright: where a row is shown as a card (`display: block`), some browsers forget that it is
 * a row of a table.
 */
export const tableRoles = {
  table: { role: 'table' },
  group: { role: 'rowgroup' },
  row: { role: 'row' },
  heading: { role: 'columnheader' },
  cell: { role: 'cell' },
} as const
