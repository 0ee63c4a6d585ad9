import type { CivilDate, Month } from '@dunghan/domain'
import { monthText, periodText } from '../../documents/vietnamese.ts'

interface Terms {
  month: Month | null
  from: CivilDate
  to: CivilDate
}

/** `tháng 10 năm 2026`, or from when to when. */
export const spanText = ({ month, from, to }: Terms) =>
  month ? monthText(month) : periodText(from, to)

/** What all these reports are about. */
export const matter = 'kết quả theo dõi, đôn đốc thực hiện nhiệm vụ do Ủy ban nhân dân Tỉnh giao'

/** The summary line under `BÁO CÁO`. */
export const titleOf = (terms: Terms) =>
  `${matter.charAt(0).toUpperCase()}${matter.slice(1)} ${spanText(terms)}`

/** How a report is called among its like: `3/2026`. */
export const numberWords = ({ number, year }: { number: number; year: number }) =>
  `${number}/${year}`
