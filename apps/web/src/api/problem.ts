import { m } from '../paraglide/messages.js'

/** What went wrong at one place of what was sent: a JSON pointer and a sentence. */
export interface ProblemAt {
  pointer: string
  detail: string
}

interface ProblemBody {
  type?: unknown
  title?: unknown
  detail?: unknown
  requestId?: unknown
  errors?: unknown
}

/**
 * A refusal of the API (RFC 9457), or `offline` when there was no answer at all. `name` is the last
 * part of its `type`; the sentences come in the language that was asked for.
 */
export class ApiProblem extends Error {
  override readonly name: string
  readonly status: number
  readonly title: string
  readonly detail: string
  readonly errors: readonly ProblemAt[]
  readonly requestId: string | null
  /** Seconds to wait before trying again, when the server said so. */
  readonly retryAfter: number | null

  constructor(fields: {
    name: string
    status: number
    title: string
    detail?: string
    errors?: readonly ProblemAt[]
    requestId?: string | null
    retryAfter?: number | null
  }) {
    super(fields.detail || fields.title)
    this.name = fields.name
    this.status = fields.status
    this.title = fields.title
    this.detail = fields.detail ?? ''
    this.errors = fields.errors ?? []
    this.requestId = fields.requestId ?? null
    this.retryAfter = fields.retryAfter ?? null
  }

  /** Whether the same request may well succeed a little later. */
  get isPassing(): boolean {
    return this.status === 0 || this.status === 429 || this.status >= 500
  }
}

/** The problem in an answer whose body was already read. */
export function problemOf(response: Response, body: unknown): ApiProblem {
  const found: ProblemBody = typeof body === 'object' && body !== null ? body : {}
  const retryAfter = Number(response.headers.get('retry-after') ?? Number.NaN)
  return new ApiProblem({
    name: text(found.type)?.split('/').pop() || `http-${response.status}`,
    status: response.status,
    title: text(found.title) ?? m.ui_problem_unexpected(),
    detail: text(found.detail),
    errors: Array.isArray(found.errors) ? found.errors.filter(isProblemAt) : [],
    requestId: text(found.requestId) ?? response.headers.get('x-request-id'),
    retryAfter: Number.isFinite(retryAfter) ? retryAfter : null,
  })
}

/** The problem in an answer that was refused. */
export async function readProblem(response: Response): Promise<ApiProblem> {
  return problemOf(response, await response.json().catch(() => null))
}

/** No answer came: no network, or the server is away. */
export function offlineProblem(): ApiProblem {
  return new ApiProblem({
    name: 'offline',
    status: 0,
    title: m.ui_problem_offline_title(),
    detail: m.ui_problem_offline_detail(),
  })
}

/** Whatever was thrown, as a problem to show; null for what is not a failure of a request. */
export function asProblem(error: unknown): ApiProblem | null {
  return error instanceof ApiProblem ? error : null
}

const text = (value: unknown) => (typeof value === 'string' && value ? value : undefined)

function isProblemAt(value: unknown): value is ProblemAt {
  const at = value as Partial<ProblemAt> | null
  return typeof at?.pointer === 'string' && typeof at.detail === 'string'
}
