import { z } from 'zod'
import { AssignmentListQuery } from './assignments.ts'
import { PublicAssignmentListQuery } from './portal.ts'

export const exportFormats = ['xlsx', 'csv'] as const
export const exportLayouts = ['list', 'register'] as const

/** All that a list is asked by, but its pages: an export holds what the list shows, in its order. */
export const AssignmentExportQuery = AssignmentListQuery.omit({ limit: true, cursor: true }).extend(
  {
    format: z.enum(exportFormats).default('xlsx').meta({
      description: 'XLSX holds 100,000 rows at most, CSV 1,000,000.',
    }),
    layout: z.enum(exportLayouts).default('list').meta({
      description:
        '`list`: all that is known of each assignment. `register`: the seven columns of "Sổ theo dõi giải quyết văn bản đến".',
    }),
  },
)

export const PublicAssignmentExportQuery = PublicAssignmentListQuery.omit({
  limit: true,
  cursor: true,
})

export const XlsxFile = z.string().meta({
  format: 'binary',
  description: 'A workbook, written as it is read. `X-Row-Count` says how many rows it will have.',
})

export const CsvFile = z.string().meta({
  description:
    'UTF-8 with a byte order mark, lines ended by CRLF, dates as `YYYY-MM-DD`, times in Việt Nam. Text that a spreadsheet would take for a formula begins with an apostrophe. `X-Row-Count` says how many rows there will be.',
})

export type AssignmentExportQuery = z.infer<typeof AssignmentExportQuery>
export type PublicAssignmentExportQuery = z.infer<typeof PublicAssignmentExportQuery>
