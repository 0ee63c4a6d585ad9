import { Refusal } from '../refusal.ts'
import { csvTable } from './csv-table.ts'
import { type DocumentFile, mediaTypes } from './document-file.ts'
import { drawPaper, mostPaperRows } from './draw-paper.ts'
import type { Paper } from './paper.ts'
import type { Table } from './table.ts'
import { type Book, xlsxBook } from './xlsx-book.ts'

/** What each format would be made of; only the one asked for is. */
export interface Drawings<Row> {
  /** Without its extension. */
  name: string
  table: () => Table<Row>
  book: () => Book
  paper: () => Paper
}

/**
 * One content in the format asked for.
 * @throws Refusal `export-too-large` before anything is drawn, when a paper would be too long
 */
export async function drawDocument<Row>(
  { name, table, book, paper }: Drawings<Row>,
  format: keyof typeof mediaTypes,
): Promise<DocumentFile> {
  return { name: `${name}.${format}`, mediaType: mediaTypes[format], content: await content() }

  async function content(): Promise<DocumentFile['content']> {
    switch (format) {
      case 'csv':
        return () => csvTable(table())
      case 'xlsx':
        return () => xlsxBook(book())
      default:
        return drawPaper(notTooLong(paper()), format)
    }
  }
}

function notTooLong(paper: Paper): Paper {
  const count = paper.body.reduce(
    (sum, part) => sum + (part.kind === 'table' ? part.rows.length : 0),
    0,
  )
  if (count > mostPaperRows) {
    throw new Refusal('export-too-large', { params: { count, limit: mostPaperRows } })
  }
  return paper
}
