import type { ReviewVerdict } from '@dunghan/domain'
import { m } from '../paraglide/messages.js'
import type { Words } from './terms.ts'

export const verdictWords: Words<ReviewVerdict> = {
  satisfactory: m.terms_verdict_satisfactory,
  unsatisfactory: m.terms_verdict_unsatisfactory,
}
