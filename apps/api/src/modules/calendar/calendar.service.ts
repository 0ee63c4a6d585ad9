import type { CalendarYear, DueDatePreview, DueDatePreviewBody } from '@dunghan/contract'
import { civilDateAt } from '@dunghan/domain'
import { authorize, type Ctx } from '../../context.ts'
import type { Deps } from '../../deps.ts'
import { calendarYear, previewDueDate } from './due-date-preview.ts'

export function calendarService({ rulebooks }: Pick<Deps, 'rulebooks'>) {
  return {
    /** @throws RuleViolation `outside-calendar`, `no-working-day` */
    async preview(ctx: Ctx, body: DueDatePreviewBody): Promise<DueDatePreview> {
      authorize(ctx, 'calendar.read')
      const { calendar } = await rulebooks.current()
      return previewDueDate(calendar, body, {
        today: civilDateAt(ctx.now),
        language: ctx.language,
      })
    },

    /** @throws RuleViolation `outside-calendar` */
    async year(ctx: Ctx, year: number): Promise<CalendarYear> {
      authorize(ctx, 'calendar.read')
      const { calendar } = await rulebooks.current()
      return calendarYear(calendar, year)
    },
  }
}
