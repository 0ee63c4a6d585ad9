import { formatCivilDate, formatInstant } from '../../lib/format.ts'
import { basisHints, basisWords } from '../../lib/statistics-terms.ts'
import { m } from '../../paraglide/messages.js'
import type { Question } from './question.ts'

/** What was asked, and of when the answer is, in sentences. */
export function questionWords(question: Question, asOf: string): string {
  return [
    periodWords(question),
    basisHints[question.basis](),
    ...(question.units === 'by_successor' ? [m.statistics_by_successor()] : []),
    m.statistics_as_of({ at: formatInstant(asOf) }),
  ].join(' ')
}

function periodWords({ basis, from, to }: Question): string {
  const words = basisWords[basis]()
  if (!from && !to) return m.statistics_all_time({ basis: words })
  if (!to) return m.statistics_from({ basis: words, from: formatCivilDate(from ?? '') })
  if (!from) return m.statistics_to({ basis: words, to: formatCivilDate(to) })
  return m.statistics_in_period({
    basis: words,
    from: formatCivilDate(from),
    to: formatCivilDate(to),
  })
}
