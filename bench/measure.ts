import autocannon from 'autocannon'
import { cpuOf } from './servers.ts'

/** What is asked of one server, again and again. Several paths are asked in turn. */
export interface Side {
  address: string
  paths: string[]
  headers?: Record<string, string>
  /** What one right answer looks like; also asked once before anything is timed. */
  status?: number
  holds: (body: string) => boolean
}

export interface Pace {
  /** Answers a second. */
  throughput: number
  /** Milliseconds within which 99 of 100 came, in the middle round. */
  p99: number
  /** Milliseconds of processor time of the server's own process for each answer. */
  cpu: number
}

export interface Effort {
  /** Seconds for each side in all. */
  seconds: number
  connections: number
}

/** So many turns of each side, one after the other, so that both meet the same machine. */
const rounds = 5

/** How often what is timed is repeated; without seconds to spend only whether it runs is asked. */
export const timesOf = (seconds: number, times: number) => (seconds === 0 ? 1 : times)

/** Both sides in turns, after each has shown that it answers right. @throws when one does not */
export async function inTurns(sides: Side[], { seconds, connections }: Effort): Promise<Pace[]> {
  for (const side of sides) await check(side)
  const runs = sides.map((): Pace[] => [])
  // The first turn of each warms it up and is not counted.
  const first = seconds === 0 ? 0 : -1
  for (let round = first; round < timesOf(seconds, rounds); round++) {
    for (const [i, side] of sides.entries()) {
      const pace = await load(side, { seconds: seconds / rounds, connections })
      if (round >= 0) runs[i]?.push(pace)
    }
  }
  return runs.map((paces) => ({
    throughput: middle(paces.map(({ throughput }) => throughput)),
    p99: middle(paces.map(({ p99 }) => p99)),
    cpu: middle(paces.map(({ cpu }) => cpu)),
  }))
}

/** Asks every path once. @throws when an answer is not as it should be */
async function check({ address, paths, headers, status = 200, holds }: Side): Promise<void> {
  for (const path of paths.slice(0, 20)) {
    const answer = await fetch(address + path, { headers })
    const body = await answer.text()
    if (answer.status === status && holds(body)) continue
    throw new Error(`${address}${path} answered ${answer.status}: ${body.slice(0, 300)}`)
  }
}

async function load(side: Side, { seconds, connections }: Effort): Promise<Pace> {
  const { address, paths, headers = {}, status = 200 } = side
  const before = cpuOf(address)
  const result = await autocannon({
    url: address,
    connections,
    ...(seconds === 0 ? { amount: connections * 2 } : { duration: Math.max(1, seconds) }),
    requests: paths.map((path) => ({ method: 'GET' as const, path, headers })),
  })
  const answered = Object.entries(result.statusCodeStats ?? {})
  const wrong = answered.filter(([code]) => Number(code) !== status)
  // One so slow that no answer came in time is asked until each connection had one.
  if (result.requests.total === 0 && result.errors === 0 && seconds > 0) {
    return load(side, { seconds: 0, connections })
  }
  if (wrong.length > 0 || result.errors > 0 || result.requests.total === 0) {
    throw new Error(
      `${address}${paths[0]}: ${result.errors} failures, ${JSON.stringify(result.statusCodeStats)}`,
    )
  }
  return {
    throughput: result.requests.total / result.duration,
    p99: result.latency.p99,
    cpu: (cpuOf(address) - before) / result.requests.total,
  }
}

export function middle(values: number[]): number {
  const sorted = [...values].sort((a, b) => a - b)
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN
}
