import type { ApiProblem } from '../../api/problem.ts'
import { m } from '../../paraglide/messages.js'
import { ButtonLink } from '../../ui/button.tsx'
import { ErrorState } from '../../ui/error-state.tsx'

interface Props {
  problem: ApiProblem
  params: URLSearchParams
  hrefWith: (search: Record<string, string | null>) => string
  onRetry: () => void
}

/** Why there are no figures, and the way out: to now, or to a period that can be. */
export function Refused({ problem, params, hrefWith, onRetry }: Props) {
  if (problem.isPassing) return <ErrorState problem={problem} onRetry={onRetry} />
  const [from, to] = [params.get('from'), params.get('to')]
  return (
    <ErrorState
      problem={problem}
      actions={
        <>
          {params.has('asOf') && (
            <ButtonLink href={hrefWith({ asOf: null })}>{m.ui_as_of_back()}</ButtonLink>
          )}
          {from && to && to < from && (
            <>
              <ButtonLink href={hrefWith({ from: to, to: from })}>
                {m.statistics_swap_dates()}
              </ButtonLink>
              <ButtonLink href={hrefWith({ from: null, to: null })}>
                {m.statistics_drop_period()}
              </ButtonLink>
            </>
          )}
        </>
      }
    />
  )
}
