import type { ReactNode } from 'react'
import type { ApiProblem } from '../api/problem.ts'
import { useAgain } from '../lib/use-again.ts'
import { m } from '../paraglide/messages.js'
import { Button } from './button.tsx'
import classes from './states.module.css'

interface Props {
  problem: Pick<
    ApiProblem,
    'status' | 'title' | 'detail' | 'errors' | 'requestId' | 'retryAfter' | 'isPassing'
  >
  /** Reads again what failed; done by itself too, while the failure is one that passes. */
  onRetry?: () => void
  actions?: ReactNode
}

/** A refusal or a failure: what happened, what to do, and the id by which it can be found again. */
export function ErrorState({ problem, onRetry, actions }: Props) {
  useAgain(problem.isPassing, onRetry)
  // What the problem says of the whole need not be said again of its only place.
  const errors = problem.errors.filter(({ detail }) => detail !== problem.detail)
  return (
    <div className={`${classes.state} ${classes.error}`} role="alert">
      <p className={classes.title}>{problem.title}</p>
      {problem.detail && problem.detail !== problem.title && (
        <p className={classes.text}>{problem.detail}</p>
      )}
      {errors.length > 0 && (
        <ul className={classes.text}>
          {errors.map(({ pointer, detail }) => (
            <li key={`${pointer} ${detail}`}>{detail}</li>
          ))}
        </ul>
      )}
      {problem.isPassing && (problem.retryAfter || !problem.detail) && (
        <p className={classes.text}>
          {problem.retryAfter
            ? m.ui_problem_wait({ seconds: problem.retryAfter })
            : m.ui_problem_passing()}
        </p>
      )}
      {(onRetry || actions) && (
        <div className={classes.actions}>
          {onRetry && <Button onClick={onRetry}>{m.ui_retry()}</Button>}
          {actions}
        </div>
      )}
      {/* A refusal explains itself; only a failure has to be looked up. */}
      {problem.requestId && problem.status >= 500 && (
        <p className={classes.id}>
          {m.ui_problem_request_id()}: <code>{problem.requestId}</code>
          <br />
          {m.ui_problem_tell()}
        </p>
      )}
    </div>
  )
}
