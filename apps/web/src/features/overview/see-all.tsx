import { formatNumber } from '../../lib/format.ts'
import { m } from '../../paraglide/messages.js'

interface Props {
  href: string
  /** Which list, for those who hear the link by itself. */
  label: string
  total: number
}

/** To the whole of a short list. */
export function SeeAll({ href, label, total }: Props) {
  return (
    <a href={href}>
      {m.overview_see_all({ total: formatNumber(total) })}
      <span className="visually-hidden">: {label}</span>
    </a>
  )
}
