import type { Readable } from 'node:stream'
import type { AssignmentExportQuery } from '@dunghan/contract'
import { civilDateAt, formatCivilDate } from '@dunghan/domain'
import type { Language } from '../../context.ts'
import type { Tx } from '../../db/transaction.ts'
import type { Deps } from '../../deps.ts'
import { csvTable } from '../../documents/csv-table.ts'
import { type DocumentFile, mediaTypes } from '../../documents/document-file.ts'
import { localTime } from '../../documents/local-time.ts'
import type { Column, Heading } from '../../documents/table.ts'
import { xlsxBook } from '../../documents/xlsx-book.ts'
import { Refusal } from '../../refusal.ts'
import type { Ground } from '../assignments/as-of.ts'
import { labelsOf } from '../statistics/statistics-labels.ts'
import { exportKeyStore } from './export-keys.store.ts'
import { exportTitles } from './export-words.ts'
import { type ExportedRow, type ExportQuestion, exportedRows, listKeys } from './exported-rows.ts'
import { listColumns, type Names, publicColumns } from './list-columns.ts'
import { registerColumns, registerNote, registerTitle } from './register-columns.ts'

export interface ExportShape {
  format: AssignmentExportQuery['format']
  layout: AssignmentExportQuery['layout'] | 'public'
  language: Language
  /** Whose own it is; null for the office's and the public's. */
  unitName: string | null
}

/** Written as it is read. */
export interface ListFile extends DocumentFile {
  content(): Readable
}

/** Most rows of a format: what a spreadsheet opens in reasonable time, and what a database can. */
const mostRows = { xlsx: 100_000, csv: 1_000_000 }

/**
 * An export as a document. All that can be refused is refused now, before anything is written.
 * @throws Refusal `export-too-large`
 */
export async function exportDocument(
  { config, database }: Pick<Deps, 'config' | 'database'>,
  question: ExportQuestion,
  shape: ExportShape,
): Promise<ListFile> {
  const db = database.prisma
  const { ground, filter } = question
  const limit = (config.exportLimits ?? mostRows)[shape.format]
  const [rowCount, keys, names] = await Promise.all([
    exportKeyStore(db).count(filter, ground.moment),
    listKeys(db, question, null),
    namesAsOf(db, ground, shape),
  ])
  if (rowCount > limit) throw new Refusal('export-too-large', tooLarge(rowCount, limit, shape))
  const columns = columnsOf(shape, names, config.publicUrl)
  const title = titleOf(shape)
  return {
    name: `${title.file} ${civilDateAt(ground.at)}.${shape.format}`,
    mediaType: mediaTypes[shape.format],
    rowCount,
    content() {
      const table = { columns, rows: exportedRows(db, question, keys) }
      if (shape.format === 'csv') return csvTable(table)
      const headings = headingsOf(shape, title.heading, ground.at)
      const sheet = { ...table, name: title.sheet, headings }
      return xlsxBook({ title: title.file, createdAt: ground.at, sheets: [sheet] })
    },
  }
}

async function namesAsOf(
  db: Tx,
  ground: Ground,
  { language, layout }: ExportShape,
): Promise<Names> {
  const spoken = layout === 'register' ? 'vi' : language
  const [leader, kind, status] = await Promise.all(
    (['leader', 'kind', 'status'] as const).map((what) => labelsOf(db, what, ground, spoken)),
  )
  return { leader, kind, status } as Names
}

function columnsOf(
  { layout, language }: ExportShape,
  names: Names,
  publicUrl: string,
): Column<ExportedRow>[] {
  const page = layout === 'public' ? '/cong-khai/nhiem-vu' : '/nhiem-vu'
  const options = { language, names, pageOf: (id: string) => `${publicUrl}${page}/${id}` }
  switch (layout) {
    case 'list':
      return listColumns(options)
    case 'public':
      return publicColumns(options)
    case 'register':
      return registerColumns(names)
  }
}

function titleOf({ layout, language }: ExportShape) {
  const t = exportTitles[language]
  if (layout === 'register') {
    return { file: exportTitles.vi.registerFile, heading: registerTitle, sheet: 'Sổ theo dõi' }
  }
  const file = layout === 'public' ? t.publicFile : t.listFile
  return { file, heading: t.listTitle, sheet: t.listSheet }
}

/** What stands above the table where it can: what it is, whose, and as of when. */
function headingsOf(
  { layout, language, unitName }: ExportShape,
  title: string,
  at: Date,
): Heading[] {
  const [, time = ''] = localTime(at).split(' ')
  const date = formatCivilDate(civilDateAt(at))
  const spoken = layout === 'register' ? 'vi' : language
  const asOf = {
    vi: `Tính đến ${time.slice(0, 5)} ngày ${date}`,
    en: `As of ${time.slice(0, 5)}, ${date} in Việt Nam`,
  }
  return [
    { text: title, look: 'title' },
    ...(unitName ? [{ text: unitName, look: 'bold' } as const] : []),
    { text: asOf[spoken], look: 'note' },
    ...(layout === 'register' ? [{ text: registerNote, look: 'note' } as const] : []),
  ]
}

function tooLarge(count: number, limit: number, { language }: ExportShape) {
  const written = new Intl.NumberFormat(language === 'vi' ? 'vi-VN' : 'en-GB')
  return { params: { count: written.format(count), limit: written.format(limit) } }
}
