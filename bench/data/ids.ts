const kinds = [
  'unit',
  'leader',
  'account of unit',
  'specialist',
  'reviewer',
  'directive',
  'task',
  'assignment',
  'report',
  'event',
  'file of directive',
  'file of report',
]

/**
 * An id as the product makes them (UUIDv7), of the i-th of a kind: the same wherever it is named.
 * @param at an expression: when it was made, by which those of one time lie together
 */
export function idSql(kind: string, i: string, at = "TIMESTAMPTZ '2023-01-01'"): string {
  const number = kinds.indexOf(kind)
  if (number < 0) throw new Error(`No kind of thing: ${kind}`)
  return `(lpad(to_hex((extract(epoch FROM ${at}) * 1000)::bigint), 12, '0')
    || '7${number.toString(16).padStart(3, '0')}8' || lpad(to_hex((${i})::bigint), 15, '0'))::uuid`
}
