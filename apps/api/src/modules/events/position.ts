/**
 * A place in the order in which things were committed: all of every transaction before `transaction`
 * lies before it, and of that transaction what has this sequence or a lower one.
 */
export interface Position {
  transaction: bigint
  sequence: bigint
}

/** Before everything of a transaction. */
export const beginOf = (transaction: bigint): Position => ({ transaction, sequence: 0n })

/** As it travels in `id` and `Last-Event-ID`: `812.4077`. */
export const positionText = ({ transaction, sequence }: Position): string =>
  `${transaction}.${sequence}`

/** The place that a text names; null when it is none of ours. */
export function readPosition(text: string): Position | null {
  const [, transaction, sequence] = /^(\d{1,18})\.(\d{1,18})$/.exec(text) ?? []
  if (transaction === undefined || sequence === undefined) return null
  return { transaction: BigInt(transaction), sequence: BigInt(sequence) }
}
