import type { ReviewVerdict } from '@dunghan/domain'
import { IconCircleCheck, IconXboxX } from '@tabler/icons-react'
import { m } from '../paraglide/messages.js'
import { OptionCards } from './option-cards.tsx'

interface Props {
  value: ReviewVerdict | null
  onChange: (verdict: ReviewVerdict) => void
  error: string | null
  keys?: boolean
}

const options = [
  {
    value: 'satisfactory',
    icon: IconCircleCheck,
    label: m.reviews_accept,
    effect: m.reviews_accept_effect,
    tone: 'good',
    key: 'D',
  },
  {
    value: 'unsatisfactory',
    icon: IconXboxX,
    label: m.reviews_refuse,
    effect: m.reviews_refuse_effect,
    tone: 'bad',
    key: 'K',
  },
] as const

/** Đạt or không đạt, each with what follows from it. */
export function VerdictChoice(props: Props) {
  return <OptionCards<ReviewVerdict> legend={m.reviews_verdict()} options={options} {...props} />
}
