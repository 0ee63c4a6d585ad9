import { m } from '../paraglide/messages.js'
import { ButtonLink } from './button.tsx'

interface Props {
  /** The parameters of the address that bear its first and its last day. */
  from: string
  to: string
  params: URLSearchParams
  /** The page with so much of its address changed. */
  hrefWith: (search: Record<string, string | null>) => string
}

/** The ways out of a span of days that ends before it begins. */
export function MendSpan({ from, to, params, hrefWith }: Props) {
  const [first, last] = [params.get(from), params.get(to)]
  if (!first || !last || last >= first) return null
  return (
    <>
      <ButtonLink href={hrefWith({ [from]: last, [to]: first })}>{m.ui_date_swap()}</ButtonLink>
      <ButtonLink href={hrefWith({ [from]: null, [to]: null })}>{m.ui_date_drop()}</ButtonLink>
    </>
  )
}
