import type { ApiProblem } from '../../api/problem.ts'
import type { Search } from '../../lib/paths.ts'
import { m } from '../../paraglide/messages.js'
import { ButtonLink } from '../../ui/button.tsx'
import { ErrorState } from '../../ui/error-state.tsx'
import { MendSpan } from '../../ui/mend-span.tsx'

interface Props {
  problem: ApiProblem
  params: URLSearchParams
  /** The same list with so much of its address changed. */
  hrefWith: (search: Search) => string
  onRetry: () => void
}

const spans = [
  ['dueFrom', 'dueTo'],
  ['issuedFrom', 'issuedTo'],
  ['effectiveDueFrom', 'effectiveDueTo'],
] as const

/** Why there is no list, and the way out: to now, or to days that can be. */
export function ListRefused({ problem, params, hrefWith, onRetry }: Props) {
  if (problem.isPassing) return <ErrorState problem={problem} onRetry={onRetry} />
  return (
    <ErrorState
      problem={problem}
      actions={
        <>
          {params.has('asOf') && (
            <ButtonLink href={hrefWith({ asOf: null })}>{m.ui_as_of_back()}</ButtonLink>
          )}
          {spans.map(([from, to]) => (
            <MendSpan key={from} {...{ from, to, params, hrefWith }} />
          ))}
        </>
      }
    />
  )
}
