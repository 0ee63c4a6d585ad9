import type { ApiProblem } from '../../api/problem.ts'
import { m } from '../../paraglide/messages.js'
import { ButtonLink } from '../../ui/button.tsx'
import { ErrorState } from '../../ui/error-state.tsx'
import { MendSpan } from '../../ui/mend-span.tsx'

interface Props {
  problem: ApiProblem
  params: URLSearchParams
  hrefWith: (search: Record<string, string | null>) => string
  onRetry: () => void
}

/** Why there are no figures, and the way out: to now, or to a period that can be. */
export function Refused({ problem, params, hrefWith, onRetry }: Props) {
  if (problem.isPassing) return <ErrorState problem={problem} onRetry={onRetry} />
  return (
    <ErrorState
      problem={problem}
      actions={
        <>
          {params.has('asOf') && (
            <ButtonLink href={hrefWith({ asOf: null })}>{m.ui_as_of_back()}</ButtonLink>
          )}
          <MendSpan from="from" to="to" params={params} hrefWith={hrefWith} />
        </>
      }
    />
  )
}
