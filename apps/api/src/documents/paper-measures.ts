/* The measures of Nghị định 30/2020/NĐ-CP, Annex I: lengths in millimetres, letters in points. */

export const mm = {
  pageWidth: 210,
  pageHeight: 297,
  top: 20,
  right: 15,
  bottom: 20,
  left: 30,
  /** From the upper edge to the number of the page, within the margin. */
  pageNumber: 10,
  firstLine: 12.7,
  /** The issuing body at the left, the nation at the right: neither may wrap. */
  headLeft: 69,
  headRight: 96,
  receivers: 85,
  signature: 80,
} as const

export const textWidth = mm.pageWidth - mm.left - mm.right

export const points = {
  body: 14,
  /** At 13 the nation's name needs more room than the page has beside the issuing body. */
  nation: 12.5,
  motto: 13,
  issuer: 13,
  number: 13,
  table: 10.5,
  receiversTitle: 12,
  receivers: 11,
  pageNumber: 13,
} as const

export const nation = 'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM'
export const motto = 'Độc lập - Tự do - Hạnh phúc'

const pointsPerMm = 72 / 25.4

export const toPoints = (millimetres: number) => millimetres * pointsPerMm

/** As wide as the motto above it, which in bold takes 12.24 times its size. */
export const mottoLine = (12.24 * points.motto) / pointsPerMm

/** A third to a half as wide as the bold text above it, in capitals or not, on one line. */
export function shortLine(text: string, size: number): number {
  const letter = text === text.toUpperCase() ? 0.64 : 0.46
  const width = (text.length * letter * size) / pointsPerMm
  return Math.min(width, 110) * 0.4
}
