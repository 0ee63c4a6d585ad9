import type { ApiProblem } from '../../api/problem.ts'
import { m } from '../../paraglide/messages.js'
import { ButtonLink } from '../../ui/button.tsx'
import { ErrorState } from '../../ui/error-state.tsx'

interface Props {
  problem: ApiProblem
  /** The same list now, where another instant was asked about. */
  hrefNow: string | undefined
  onRetry: () => void
}

/** Why there is no list, and the way out. */
export function ListRefused({ problem, hrefNow, onRetry }: Props) {
  return (
    <ErrorState
      problem={problem}
      onRetry={problem.isPassing ? onRetry : undefined}
      actions={hrefNow && <ButtonLink href={hrefNow}>{m.ui_as_of_back()}</ButtonLink>}
    />
  )
}
