/*
 * What a directive is (Đ3.1) and who may see it (Đ2.2, Đ4.5).
 */

/** Công văn (Đ3.1a) · thông báo kết luận (Đ3.1b) · văn bản chỉ đạo khác · phiếu lấy ý kiến (Đ3.1c). */
export const directiveKinds = [
  'official_letter',
  'conclusion_notice',
  'other_directive',
  'opinion_poll',
] as const

export type DirectiveKind = (typeof directiveKinds)[number]

/**
 * `public`: all metadata, tasks, results and files. `metadata`: no files. `internal`: never leaves
 * the office and the units concerned, not even in public counts.
 */
export const visibilities = ['public', 'metadata', 'internal'] as const

export type Visibility = (typeof visibilities)[number]

/** Whether a directive of this kind has a number and symbol: all but the opinion poll (Đ6.3a). */
export function needsNumber(kind: DirectiveKind): boolean {
  return kind !== 'opinion_poll'
}
