import { formatCivilDate, formatDocumentNumber, type Timeliness } from '@dunghan/domain'
import type { Column } from '../../documents/table.ts'
import { roleWords, stateWords } from '../../documents/terms.ts'
import type { ExportedRow } from './exported-rows.ts'
import { documentOf, type Names } from './list-columns.ts'

export const registerTitle = 'SỔ THEO DÕI GIẢI QUYẾT VĂN BẢN ĐẾN'

/** What of a printed register the program cannot know. */
export const registerNote = 'Cột “Số đến” để trống cho văn thư ghi theo dấu đến của đơn vị.'

/**
 * The seven columns of "Sổ theo dõi giải quyết văn bản đến". It is a form of the office's papers,
 * so it is in Vietnamese whoever asks.
 */
export function registerColumns(names: Names): Column<ExportedRow>[] {
  return [
    { key: 'arrival', title: 'Số đến', type: 'text', width: 8, value: () => null },
    {
      key: 'document',
      title: 'Tên loại, số và ký hiệu, ngày tháng, cơ quan ban hành',
      type: 'text',
      width: 44,
      value: (row) => documentLine(row, names),
    },
    { key: 'unit', title: 'Đơn vị nhận', type: 'text', width: 24, value: ({ unit }) => unit.name },
    {
      key: 'dueOn',
      title: 'Thời hạn giải quyết',
      type: 'date',
      width: 13,
      value: ({ record }) => record.dueOn,
    },
    {
      key: 'progress',
      title: 'Tiến độ',
      type: 'text',
      width: 24,
      value: (row) => progressLine(row, names),
    },
    {
      key: 'replies',
      title: 'Số, ký hiệu văn bản trả lời',
      type: 'text',
      width: 26,
      value: repliesLines,
    },
    { key: 'notes', title: 'Ghi chú', type: 'text', width: 48, value: notes },
  ]
}

/** `Thông báo kết luận số 215/TB-VPUBND ngày 20/11/2026 của Ủy ban nhân dân Tỉnh`, then its title. */
function documentLine(row: ExportedRow, names: Names): string {
  const { kind, issuedOn, directive } = row.record
  const number = documentOf(row)
  const named = [
    names.kind(kind),
    number && `số ${number}`,
    `ngày ${formatCivilDate(issuedOn)} của Ủy ban nhân dân Tỉnh`,
  ]
  return `${named.filter(Boolean).join(' ')}\n${directive.title}`
}

const late = (days: number) => `${days} ngày làm việc`

function progressLine({ record, status }: ExportedRow, names: Names): string {
  if (!status) {
    const { role, state } = record
    return state === 'withdrawn' ? stateWords.withdrawn.vi : roleWords[role].vi
  }
  const { timeliness, daysLate } = record
  const days = (timeliness as Timeliness | null) === 'late' && daysLate ? ` ${late(daysLate)}` : ''
  const waits = record.state === 'returned' ? `, ${stateWords.returned.vi.toLowerCase()}` : ''
  return names.status(status) + days + waits
}

const repliesLines = ({ replies }: ExportedRow) =>
  replies.length === 0
    ? null
    : replies
        .map(
          ({ number, symbol, issuedOn }) =>
            `${formatDocumentNumber(number, symbol)} ngày ${formatCivilDate(issuedOn)}`,
        )
        .join('\n')

/** What was to be done, and what is particular about it. */
function notes({ record }: ExportedRow): string {
  const { taskContent, role, extended, originalDueOn, withdrawalReason } = record
  return [
    taskContent,
    role === 'support' && roleWords.support.vi,
    extended && `Đã gia hạn; hạn ban đầu ${formatCivilDate(originalDueOn)}`,
    withdrawalReason && `Thu hồi: ${withdrawalReason}`,
  ]
    .filter(Boolean)
    .join('\n')
}
