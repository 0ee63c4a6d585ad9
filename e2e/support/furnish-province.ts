import { type Api, apiOf } from './api.ts'
import { isoDay, pdf } from './documents.ts'
import { province } from './furnish.ts'

/** Whose desk in the made-up province shows the most. */
export const provincialUnit = 'so-nong-nghiep-moi-truong'

interface Work {
  id: string
  state: string
  reports: { id: string; review: object | null }[]
}

const owed = ({ state }: Work) => ['assigned', 'received', 'returned'].includes(state)

/**
 * What must be there for every page to show something, whichever day the province was made on: of
 * this unit one report that came back, one that waits for its review, and something it still owes.
 */
export async function furnishProvince(): Promise<void> {
  const { url, password } = province()
  const unit = await apiOf(provincialUnit, url, password)
  const all = async () =>
    (await unit.get<{ items: Work[] }>('/assignments?role=lead&limit=200')).items
  const reportOne = async () => {
    const task = (await all()).find((one) => owed(one) && one.state !== 'returned')
    if (!task) throw new Error(`the unit ${provincialUnit} has nothing to report on`)
    await report(unit, task.id)
    return task.id
  }
  if (!(await all()).some(({ state }) => state === 'returned')) {
    const { reports } = await unit.get<Work>(`/assignments/${await reportOne()}`)
    const reviewer = await apiOf('chuyenmon', url, password)
    await reviewer.post(`/reports/${reports.find(({ review }) => !review)?.id}/review`, {
      verdict: 'unsatisfactory',
      comment: 'Chưa có biên bản nghiệm thu. Đề nghị bổ sung và báo cáo lại.',
    })
  }
  if (!(await all()).some(({ state }) => state === 'submitted')) await reportOne()
}

async function report(unit: Api, id: string): Promise<void> {
  const { id: fileId } = await unit.upload(await pdf('bao-cao-ket-qua'))
  await unit.post(`/assignments/${id}/reports`, {
    title: 'Báo cáo kết quả thực hiện nhiệm vụ được giao',
    number: '215',
    symbol: 'BC-SNNMT',
    abstract: 'Đã thực hiện xong các nội dung được giao; kèm theo biên bản nghiệm thu.',
    issuedOn: isoDay(0),
    signedBy: 'Phạm Văn Thành',
    summary: 'Hoàn thành toàn bộ nội dung, không có vướng mắc.',
    files: [{ fileId, role: 'signed_document' }],
  })
}
