import { civilDateAt, yearOf } from '@dunghan/domain'
import { v7 as newId } from 'uuid'
import { act } from '../../act.ts'
import type { Ctx, OwnAccord } from '../../context.ts'
import { recordedAt } from '../../db/recording.ts'
import type { Deps } from '../../deps.ts'
import { letterhead } from '../../documents/letterhead.ts'
import { Refusal } from '../../refusal.ts'
import { historyStore, type NewEvent } from '../history/history.store.ts'
import { gatherFigures } from './gather-figures.ts'
import { monthlyReportStore } from './monthly-reports.store.ts'
import type { Occasion } from './report-occasion.ts'
import { numberWords } from './report-words.ts'

/**
 * Freezes the figures of an occasion under the next number of the year, once: of several who draw
 * up the same month the first does. The figures are gathered before, since what stood on record at
 * their instant is the same whenever it is read.
 * @param role by which the actor may; null: the system itself
 * @returns its id
 * @throws Refusal `already-exists`, naming the one that exists
 */
export async function drawUp(
  parts: Pick<Deps, 'database' | 'rulebooks' | 'clock'>,
  ctx: Ctx | OwnAccord,
  role: NewEvent['role'],
  occasion: Occasion,
): Promise<string> {
  const figures = await gatherFigures(parts, occasion, letterhead)
  const { kind, from, to, asOf, title } = occasion
  return act(parts.database, ctx, async (tx) => {
    const reports = monthlyReportStore(tx)
    await reports.lock()
    const there = kind === 'monthly' ? await reports.findMonthly(from) : null
    if (there) {
      const params = {
        month: `${from.slice(5, 7)}/${from.slice(0, 4)}`,
        report: numberWords(there),
      }
      throw new Refusal('already-exists', { pointer: '/month', reason: 'month-drawn-up', params })
    }
    const drawnUpAt = recordedAt(tx)
    const year = yearOf(civilDateAt(drawnUpAt))
    const number = await reports.nextNumber(year)
    const id = newId()
    const drawnUpById = ctx.actor.accountId
    await reports.insert({
      ...{ id, kind, year, number, from, to, asOf, title, figures, drawnUpAt, drawnUpById },
    })
    await historyStore(tx).append(
      { ...ctx, now: drawnUpAt },
      {
        type: 'monthly_report.drawn_up',
        role,
        subject: 'monthly_report',
        subjectId: id,
        after: { kind, year, number, from, to, asOf: asOf.toISOString(), title },
      },
    )
    return id
  })
}
