/*
 * A document to print and sign, in the layout of Nghị định 30/2020/NĐ-CP: what it says, not how it
 * is drawn. DOCX and PDF are two drawings of the same paper.
 */
import type { CivilDate } from '@dunghan/domain'

/** Who issues it: what stands at the head and the foot of every paper. */
export interface Letterhead {
  /** The body above the issuing one, in capitals. */
  parentBody: string
  issuingBody: string
  /** The issuing body as a sentence names it. */
  issuer: string
  /** Behind the number, which is left blank: `BC-VPUBND`. */
  symbol: string
  /** Before the date: `Đồng Tháp`. */
  place: string
  /** Over the place for the signature, in capitals. */
  signer: string
  receivers: string[]
}

export interface Paper {
  letterhead: Letterhead
  /** The day in its head. */
  date: CivilDate
  /** In capitals: `BÁO CÁO`. */
  typeName: string
  /** The summary line under it. */
  abstract: string
  body: readonly PaperPart[]
}

export type PaperPart =
  | { kind: 'heading'; text: string }
  | { kind: 'paragraph'; text: string }
  | PaperTable

export interface PaperTable {
  kind: 'table'
  title: string
  columns: readonly PaperColumn[]
  rows: readonly (readonly string[])[]
  /** The last row, in bold: the sum of all. */
  sum?: readonly string[]
}

export interface PaperColumn {
  header: string
  /** Stands over neighbouring columns that name the same one. */
  group?: string
  /** Its share of the width. */
  width: number
  align?: 'left' | 'center'
}

/** Formats of which a paper is drawn. */
export const paperFormats = ['docx', 'pdf'] as const

export type PaperFormat = (typeof paperFormats)[number]
