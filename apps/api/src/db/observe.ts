import type { Supervise } from './guard.ts'

/** One round trip that is over. */
export interface StatementSeen {
  /** Taking a connection and beginning, ending, or any statement. */
  call: 'begin' | 'end' | 'statement'
  /** As it was sent: values are `$1`, `$2`, …, but for those a store has written into it. */
  sql: string
  /** Milliseconds, the wait for a turn or a connection included. */
  ms: number
  failed: boolean
}

/** Supervision that tells of each call once it is over, however it ended. */
export function observed(
  onStatement: ((statement: StatementSeen) => void) | undefined,
  supervise: Supervise = (call) => call(),
): Supervise {
  if (!onStatement) return supervise
  return async (call, sql = '') => {
    const began = performance.now()
    let failed = true
    try {
      const answer = await supervise(call, sql)
      failed = false
      return answer
    } finally {
      onStatement({ call: kindOf(sql), sql, ms: performance.now() - began, failed })
    }
  }
}

function kindOf(sql: string): StatementSeen['call'] {
  if (sql === 'BEGIN') return 'begin'
  return sql === 'COMMIT' || sql === 'ROLLBACK' ? 'end' : 'statement'
}
