import { Counter, Gauge, Histogram, Registry } from 'prom-client'
import type { StatementSeen } from '../db/observe.ts'
import type { FileCallSeen } from '../files/observed-store.ts'

/** One request that is over. */
export interface RequestSeen {
  /** Its operation's id: never its address, of which there are any number. */
  operation: string
  method: string
  /** As in HTTP; 499 when the client went away before there was an answer. */
  status: number
  ms: number
  /** The name of the problem it was answered with. */
  problem: string | null
}

/** What is counted and timed while the process runs, for `/metrics`. */
export interface Metrics {
  registry: Registry
  requestBegan(): void
  requestEnded(request: RequestSeen): void
  statementEnded(statement: StatementSeen): void
  fileCallEnded(call: FileCallSeen): void
  /** @param kept whether it was there already, and nothing was asked of the database for it */
  publicAnswerFound(kept: boolean): void
}

const requestBuckets = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10]
const callBuckets = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10]
const knownMethods = new Set(['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'])

/** Instruments of one process, on a registry of their own: several may stand beside each other. */
export function createMetrics(): Metrics {
  const registry = new Registry()
  const registers = [registry]
  const requests = new Histogram({
    name: 'dunghan_http_request_duration_seconds',
    help: 'Time from the first byte of a request to the last of its answer',
    labelNames: ['operation', 'method', 'status'],
    buckets: requestBuckets,
    registers,
  })
  const underWay = new Gauge({
    name: 'dunghan_http_requests_under_way',
    help: 'Requests not yet answered, streams of events among them',
    registers,
  })
  const problems = new Counter({
    name: 'dunghan_http_problems_total',
    help: 'Answers that were a problem, by its name',
    labelNames: ['operation', 'problem'],
    registers,
  })
  const statements = new Histogram({
    name: 'dunghan_database_call_duration_seconds',
    help: 'Round trips to the database; `begin` is above all the wait for a connection',
    labelNames: ['call', 'outcome'],
    buckets: callBuckets,
    registers,
  })
  const fileCalls = new Histogram({
    name: 'dunghan_file_store_call_duration_seconds',
    help: 'Calls of the file store; an `open` until its stream begins',
    labelNames: ['call', 'outcome'],
    buckets: callBuckets,
    registers,
  })
  const publicAnswers = new Counter({
    name: 'dunghan_public_answers_total',
    help: 'Answers anyone may read that could be kept, and whether they were',
    labelNames: ['kept'],
    registers,
  })
  const outcome = (failed: boolean) => (failed ? 'failed' : 'ok')
  const requestSeries = keptSeries(requests)
  const statementSeries = keptSeries(statements)

  return {
    registry,
    requestBegan: () => underWay.inc(),
    requestEnded({ operation, method, status, ms, problem }) {
      underWay.dec()
      const verb = knownMethods.has(method) ? method : 'other'
      const { observe } = requestSeries(operation, verb, `${Math.floor(status / 100)}xx`)
      observe(ms / 1000)
      if (problem) problems.inc({ operation, problem })
    },
    statementEnded: ({ call, ms, failed }) =>
      statementSeries(call, outcome(failed)).observe(ms / 1000),
    publicAnswerFound: (kept) => publicAnswers.inc({ kept: String(kept) }),
    fileCallEnded: ({ call, ms, failed }) =>
      fileCalls.observe({ call, outcome: outcome(failed) }, ms / 1000),
  }
}

/** A series once found is kept: the library looks for it anew, by sorting its labels, every time. */
function keptSeries<L extends string>(histogram: Histogram<L>) {
  const kept = new Map<string, { observe: (seconds: number) => void }>()
  return (...values: string[]) => {
    const key = values.join(' ')
    const known = kept.get(key)
    if (known) return known
    const series = histogram.labels(...values)
    const bound = { observe: (seconds: number) => series.observe(seconds) }
    kept.set(key, bound)
    return bound
  }
}
