import { foldText, type ReviewVerdict } from '@dunghan/domain'

const lacking = [
  'khong dat',
  'chua dat',
  'chua day du',
  'chua dung',
  'chua ro',
  'khong dung',
  'bo sung',
  'con thieu',
  'thieu ',
  'lam lai',
  'bao cao lai',
  'sua lai',
  'chinh sua',
  'tra lai',
  'not satisfactory',
  'incomplete',
  'missing',
]
const praising = [
  'dat yeu cau',
  'day du',
  'dong y',
  'thong nhat voi',
  'hoan thanh tot',
  'rat tot',
  'satisfactory',
  'well done',
]

/**
 * Whether a comment says the opposite of its verdict: "cần bổ sung" under Đạt, "đạt yêu cầu" under
 * Không đạt. A hint for the one who writes, never a refusal.
 */
export function contradicts(verdict: ReviewVerdict, comment: string): boolean {
  const text = ` ${foldText(comment)} `
  const lacks = lacking.some((words) => text.includes(words))
  if (verdict === 'satisfactory') return lacks
  return !lacks && praising.some((words) => text.includes(words))
}
