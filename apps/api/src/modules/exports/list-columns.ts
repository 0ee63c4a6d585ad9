import { formatDocumentNumber } from '@dunghan/domain'
import type { Language } from '../../context.ts'
import type { Column } from '../../documents/table.ts'
import { roleWords, stateWords, timelinessWords } from '../../documents/terms.ts'
import { exportTitles } from './export-words.ts'
import type { ExportedRow } from './exported-rows.ts'

/** What people and things are called in the language asked for, as of the instant asked about. */
export interface Names {
  leader: (id: string) => string
  kind: (kind: string) => string
  status: (status: string) => string
}

interface Options {
  language: Language
  names: Names
  /** The address of the page of an assignment. */
  pageOf: (id: string) => string
}

type Columns = Column<ExportedRow>[]

/** What anyone may read of a row (R6), in the order an office reads it. */
function everyonesColumns({ language, names }: Options): Columns {
  const t = exportTitles[language]
  return [
    { key: 'position', title: t.position, type: 'integer', width: 7, value: (row) => row.position },
    { key: 'document', title: t.document, type: 'text', width: 20, value: documentOf },
    {
      key: 'kind',
      title: t.kind,
      type: 'text',
      width: 18,
      value: ({ record }) => names.kind(record.kind),
    },
    {
      key: 'title',
      title: t.title,
      type: 'text',
      width: 42,
      value: ({ record }) => record.directive.title,
    },
    {
      key: 'issuedOn',
      title: t.issuedOn,
      type: 'date',
      width: 12,
      value: ({ record }) => record.issuedOn,
    },
    {
      key: 'leader',
      title: t.leader,
      type: 'text',
      width: 20,
      value: ({ record }) => names.leader(record.directedById),
    },
    {
      key: 'task',
      title: t.task,
      type: 'text',
      width: 52,
      value: ({ record }) => record.taskContent,
    },
    { key: 'unit', title: t.unit, type: 'text', width: 26, value: ({ unit }) => unit.name },
    { key: 'unitCode', title: t.unitCode, type: 'text', width: 12, value: ({ unit }) => unit.code },
    {
      key: 'originalDueOn',
      title: t.originalDueOn,
      type: 'date',
      width: 12,
      value: ({ record }) => record.originalDueOn,
    },
    { key: 'dueOn', title: t.dueOn, type: 'date', width: 12, value: ({ record }) => record.dueOn },
    {
      key: 'effectiveDueOn',
      title: t.effectiveDueOn,
      type: 'date',
      width: 12,
      value: ({ record }) => record.effectiveDueOn,
    },
    {
      key: 'status',
      title: t.status,
      type: 'text',
      width: 16,
      value: ({ status }) => status && names.status(status),
    },
    {
      key: 'state',
      title: t.state,
      type: 'text',
      width: 15,
      value: ({ record }) => stateWords[record.state][language],
    },
    {
      key: 'receivedAt',
      title: t.receivedAt,
      type: 'instant',
      width: 17,
      value: ({ record }) => record.receivedAt,
    },
    {
      key: 'submittedAt',
      title: t.submittedAt,
      type: 'instant',
      width: 17,
      value: ({ record }) => record.submittedAt,
    },
    {
      key: 'completedAt',
      title: t.completedAt,
      type: 'instant',
      width: 17,
      value: ({ record }) => record.completedAt,
    },
    {
      key: 'timeliness',
      title: t.timeliness,
      type: 'text',
      width: 12,
      value: ({ record }) => record.timeliness && timelinessWords[record.timeliness][language],
    },
    {
      key: 'daysLate',
      title: t.daysLate,
      type: 'integer',
      width: 11,
      value: ({ record }) => record.daysLate,
    },
    {
      key: 'extended',
      title: t.extended,
      type: 'text',
      width: 9,
      value: ({ record }) => (record.extended ? t.yes : null),
    },
    { key: 'replies', title: t.replies, type: 'text', width: 22, value: repliesOf },
  ]
}

/** What a list shows to those who work with it. */
export function listColumns(options: Options): Columns {
  const t = exportTitles[options.language]
  return [
    ...everyonesColumns(options),
    {
      key: 'role',
      title: t.role,
      type: 'text',
      width: 12,
      value: ({ record }) => roleWords[record.role][options.language],
    },
    {
      key: 'withdrawal',
      title: t.withdrawal,
      type: 'text',
      width: 24,
      value: ({ record }) => record.withdrawalReason,
    },
    linkColumn(options),
  ]
}

/** What anyone may take away. */
export function publicColumns(options: Options): Columns {
  const t = exportTitles[options.language]
  return [
    ...everyonesColumns(options),
    {
      key: 'updatedAt',
      title: t.updatedAt,
      type: 'instant',
      width: 17,
      value: ({ record }) => record.changedAt,
    },
    linkColumn(options),
  ]
}

function linkColumn({ language, pageOf }: Options): Column<ExportedRow> {
  const { link, open } = exportTitles[language]
  const value = ({ record }: ExportedRow) => ({ text: open, url: pageOf(record.id) })
  return { key: 'link', title: link, type: 'link', width: 9, value }
}

export const documentOf = ({ record: { directive } }: ExportedRow) =>
  formatDocumentNumber(directive.number, directive.symbol)

const repliesOf = ({ replies }: ExportedRow) =>
  replies.length === 0
    ? null
    : replies.map(({ number, symbol }) => formatDocumentNumber(number, symbol)).join('; ')
