import type { ProblemName } from '@dunghan/contract'

export interface RefusalOptions {
  /** Values for the sentence that explains the refusal. */
  params?: Record<string, string | number>
  /** JSON pointer of the field at fault. */
  pointer?: string
  /** Seconds after which trying again makes sense. */
  retryAfter?: number
}

/** A service says no, for a reason the rules of the domain do not know of (access, identity, versions). */
export class Refusal extends Error {
  readonly problem: ProblemName
  readonly params: Record<string, string | number>
  readonly pointer: string | undefined
  readonly retryAfter: number | undefined

  constructor(problem: ProblemName, options: RefusalOptions = {}) {
    super(problem)
    this.problem = problem
    this.params = options.params ?? {}
    this.pointer = options.pointer
    this.retryAfter = options.retryAfter
  }
}
