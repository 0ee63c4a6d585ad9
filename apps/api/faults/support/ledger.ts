/** A write that was answered with 2xx, as it must be found again. */
export interface Acknowledged {
  what: 'file' | 'directive' | 'receipt' | 'report' | 'review'
  /** Of its row; of a receipt the assignment's, of a review the report's. */
  id: string
  /** Its name or title, used once in all. */
  mark: string
  sha256?: string
  /** When the answer was here, by the machine's monotonic clock, in nanoseconds. */
  at: bigint
}

/** What happened to what was sent, across all starts of the server. */
export interface Ledger {
  acknowledged: Acknowledged[]
  /** Answered 503 `not-ready`, and in how many milliseconds the slowest was. */
  notReady: number
  slowestNotReady: number
  /** No whole answer came. */
  unanswered: number
  /** What none of these writes may be told. */
  unexpected: string[]
}

export function newLedger(): Ledger {
  return { acknowledged: [], notReady: 0, slowestNotReady: 0, unanswered: 0, unexpected: [] }
}
