import { currentOperation } from '../operation.ts'
import type { StatementSeen } from './observe.ts'

/** More of a statement's text than this says nothing new. */
const longestText = 2000

export interface SlowLog {
  warn(details: object, message: string): void
}

/**
 * Logs statements that took long, with whom they served.
 * @param limit milliseconds from which on a statement is slow; 0: none ever is
 */
export function slowStatements(log: SlowLog, limit: number): (statement: StatementSeen) => void {
  if (limit === 0) return () => {}
  return ({ call, sql, ms, failed }) => {
    if (ms < limit) return
    const details = { ...currentOperation.getStore(), call, ms: Math.round(ms), failed }
    log.warn({ ...details, sql: shapeOf(sql) }, 'slow statement')
  }
}

/** A statement's text on one line without what stands between quotes: no value is told by it. */
export function shapeOf(sql: string): string {
  return sql
    .replace(/'(?:[^']|'')*'/g, "'…'")
    .replace(/\s+/g, ' ')
    .trim()
    .slice(0, longestText)
}
