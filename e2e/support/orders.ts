import { apiOf } from './api.ts'
import { isoDay, pdf } from './documents.ts'
import { changingOffice } from './furnish.ts'

export interface Order {
  content: string
  /** `YYYY-MM-DD`. */
  dueOn: string
  unitIds: string[]
}

/** Enters an order of the second office, where how it is typed is not what a test is about. */
export async function enterOrder(number: string, tasks: Order[]): Promise<void> {
  const { url, leaders } = changingOffice()
  const specialist = await apiOf('chuyenvien', url)
  const { id: fileId } = await specialist.upload(await pdf(`thong-bao-${number}`))
  await specialist.post('/directives', {
    kind: 'conclusion_notice',
    title: `Kết luận về ${tasks[0]?.content}`,
    number,
    symbol: 'TB-VPUBND',
    abstract: 'Kết luận của Chủ tịch UBND Tỉnh',
    issuedOn: isoDay(0),
    directedById: leaders[0]?.id,
    signedBy: 'Trần Văn Ký',
    files: [{ fileId, role: 'signed_document' }],
    tasks,
  })
}
