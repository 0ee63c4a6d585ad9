import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import cases from '../cases/deadline-notices.json' with { type: 'json' }
import {
  createWorkCalendar,
  type DeadlineStage,
  deadlineNoticeOn,
  deadlineNoticesOn,
  effectiveDueOn,
  newsIfOwedBefore,
} from '../src/index.ts'
import { anyDate } from './arbitraries.ts'
import { inEveryTimeZone } from './time-zones.ts'

const calendar = createWorkCalendar()

interface NoticeCase {
  name: string
  today: string
  effectiveDueOn: string
  owedSince: string
  told: DeadlineStage | null
  reachedOn?: string
  workingDaysLeft?: number
}

describe('the reminder of a due date', () => {
  inEveryTimeZone(() => {
    it.each(cases as NoticeCase[])(
      '$name',
      ({ today, effectiveDueOn: due, owedSince, told, reachedOn, workingDaysLeft }) => {
        const notice = deadlineNoticeOn(calendar, today, due)
        if (reachedOn) expect(notice).toMatchObject({ reachedOn, workingDaysLeft })
        const isNews = notice !== null && new Date(owedSince) < newsIfOwedBefore(notice)
        expect(isNews ? notice.stage : null).toBe(told)
      },
    )
  })

  it('is of one stage a day, stages follow each other, and each begins on a working day', () => {
    fc.assert(
      fc.property(anyDate, anyDate, (today, dueOn) => {
        const due = effectiveDueOn(calendar, dueOn)
        const notice = deadlineNoticeOn(calendar, today, due)
        if (!notice) return
        expect(calendar.isWorkingDay(notice.reachedOn)).toBe(true)
        expect(notice.reachedOn <= today).toBe(true)
        const then = deadlineNoticeOn(calendar, notice.reachedOn, due)
        expect(then).toMatchObject({ stage: notice.stage, reachedOn: notice.reachedOn })
      }),
    )
  })

  it('is listed for every due date that has one on a day', () => {
    const notices = deadlineNoticesOn(calendar, '2024-05-15')
    for (const { effectiveDueOn: due, ...notice } of notices) {
      expect(notice).toEqual(deadlineNoticeOn(calendar, '2024-05-15', due))
    }
    const working = notices.map(({ effectiveDueOn: due }) => due).filter(calendar.isWorkingDay)
    expect(working).toEqual([
      ...['2024-05-02', '2024-05-03', '2024-05-04', '2024-05-06', '2024-05-07', '2024-05-08'],
      ...['2024-05-09', '2024-05-10', '2024-05-13', '2024-05-14', '2024-05-15', '2024-05-16'],
      ...['2024-05-17', '2024-05-20', '2024-05-21', '2024-05-22', '2024-05-23', '2024-05-24'],
    ])
    expect(deadlineNoticesOn(calendar, '2024-05-18')).toEqual([])
  })
})
