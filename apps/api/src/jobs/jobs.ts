import type { JobName } from '@dunghan/contract'
import { sealHistory } from '../modules/audit/seal-history.ts'
import { makeDigests } from '../modules/mails/make-digests.ts'
import { sendMails } from '../modules/mails/send-mails.ts'
import { foldCounts } from '../modules/statistics/fold-counts.ts'
import { drawUpDueReports } from './draw-up-due-reports.ts'
import type { Job } from './job.ts'
import { sweep } from './sweep.ts'
import { tellDeadlines } from './tell-deadlines.ts'
import { verifyHistory } from './verify-history.ts'

/** All that runs by itself. Each also runs when a server starts, so that what was missed is done. */
export const jobs: Record<JobName, Job> = {
  sweep: {
    title: 'Dọn dẹp',
    schedule: '40 * * * *',
    async work(parts) {
      const swept = await sweep(parts, parts.clock())
      return Object.values(swept).some((count) => count > 0) ? { ...swept } : null
    },
  },
  'monthly-reports': {
    title: 'Lập báo cáo tháng',
    schedule: '0 * * * *',
    async work(parts) {
      const months = await drawUpDueReports(parts)
      return months.length > 0 ? { months } : null
    },
  },
  // Before the digests of the same hour.
  'deadline-notices': {
    title: 'Nhắc thời hạn',
    schedule: '5 7-17 * * *',
    inOfficeHours: true,
    work: tellDeadlines,
  },
  digests: {
    title: 'Gộp thư',
    schedule: '15 7-17 * * *',
    inOfficeHours: true,
    work: makeDigests,
  },
  'send-mail': {
    title: 'Gửi thư',
    schedule: '*/2 * * * *',
    inOfficeHours: true,
    work: sendMails,
  },
  'fold-counts': {
    title: 'Gộp số liệu thống kê',
    schedule: '* * * * *',
    async work({ database, clock, stopping }) {
      const changes = await foldCounts(database, clock(), stopping)
      return changes > 0 ? { changes } : null
    },
  },
  // Its line in the log is a witness elsewhere of what was on record.
  'seal-history': {
    title: 'Niêm phong nhật ký',
    schedule: '50 * * * *',
    async work({ database, clock }) {
      const seal = await sealHistory(database, clock())
      return seal && { seal: seal.number, hash: seal.hash }
    },
  },
  'verify-history': {
    title: 'Kiểm tra nhật ký',
    schedule: '30 1 * * *',
    work: verifyHistory,
  },
}
