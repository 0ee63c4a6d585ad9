import { Problem, problemNames } from '@dunghan/contract'
import type { LightMyRequestResponse } from 'fastify'
import type { HostileRequest } from './fuzz-requests.ts'

/** What is wrong with an answer; null when nothing is. */
export function complaint(
  { method }: HostileRequest,
  answer: LightMyRequestResponse,
): string | null {
  if (answer.statusCode >= 500) return `answered ${answer.statusCode}`
  if (!answer.headers['x-request-id']) return 'has no X-Request-Id'
  if (answer.statusCode < 400 || method === 'HEAD') return null
  if (!/^application\/problem\+json/.test(String(answer.headers['content-type']))) {
    return `refused with ${answer.headers['content-type']}`
  }
  const problem = Problem.safeParse(answer.json())
  if (!problem.success) return 'refused with half a problem'
  const { type, status, detail, title } = problem.data
  const name = type.replace('/problems/', '')
  if (!(problemNames as readonly string[]).includes(name)) return `refused for ${type}`
  if (status !== answer.statusCode) return `says ${status} in a ${answer.statusCode}`
  return title === '' || /\{\w+\}/.test(detail) ? `says “${title}: ${detail}”` : null
}

/** How many answers of each class (2, 3, 4, 5) each operation gave. */
export class Tally {
  readonly #counts = new Map<string, Map<number, number>>()

  constructor(operationIds: string[]) {
    for (const id of operationIds) this.#counts.set(id, new Map())
  }

  add(operationId: string, status: number): void {
    const own = this.#counts.get(operationId) ?? new Map<number, number>()
    const kind = Math.floor(status / 100)
    this.#counts.set(operationId, own.set(kind, (own.get(kind) ?? 0) + 1))
  }

  /** Operations that no request ever got an answer of success from. */
  neverDone(): string[] {
    return [...this.#counts].filter(([, own]) => !own.get(2)).map(([id]) => id)
  }

  of(kind: number): number {
    return [...this.#counts.values()].reduce((sum, own) => sum + (own.get(kind) ?? 0), 0)
  }

  /** One line an operation: its name, how many requests, and how many of each class. */
  table(): string {
    const kinds = [2, 3, 4, 5]
    const line = (name: string, cells: (string | number)[]) =>
      name.padEnd(30) + cells.map((cell) => String(cell).padStart(8)).join('')
    const rows = [...this.#counts].map(([id, own]) => {
      const counts = kinds.map((kind) => own.get(kind) ?? 0)
      return line(id, [counts.reduce((a, b) => a + b, 0), ...counts])
    })
    const sums = kinds.map((kind) => this.of(kind))
    const all = line('all', [sums.reduce((a, b) => a + b, 0), ...sums])
    return [line('operation', ['asked', '2xx', '3xx', '4xx', '5xx']), ...rows, all].join('\n')
  }
}
