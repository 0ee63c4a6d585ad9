import type { Readable } from 'node:stream'

/** A document ready to be sent. */
export interface DocumentFile {
  /** With its extension. */
  name: string
  mediaType: string
  /** Drawn already, or what writes it as it is read: nothing of it is, until it is opened. */
  content: Buffer | Readable | (() => Readable)
  /** How many rows it will have, where that is worth saying before the first of them. */
  rowCount?: number
}

export const mediaTypes = {
  csv: 'text/csv; charset=utf-8',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  pdf: 'application/pdf',
} as const
