import {
  classifyReport,
  createWorkCalendar,
  momentAt,
  type StatusFacts,
  statusOf,
} from '@dunghan/domain'
import { middle, timesOf } from '../measure.ts'
import { atLeast, lineOf } from '../table.ts'
import type { Case } from './case.ts'

const rounds = 5
const size = 1000

/** Millions a second of one core's time, whoever else has the machine. */
function pace(work: () => unknown, seconds: number): number {
  const begun = process.cpuUsage()
  let done = 0
  let spent = 0
  while (spent < seconds * 1e6) {
    for (let i = 0; i < 50; i++) work()
    done += 50 * size
    const { user, system } = process.cpuUsage(begun)
    spent = user + system
  }
  return done / spent
}

export const rules: Case = {
  name: 'rules',
  async run({ seconds }) {
    const calendar = createWorkCalendar()
    const moment = momentAt(calendar, new Date('2026-11-24T02:00:00Z'))
    const states = ['assigned', 'received', 'submitted', 'returned', 'completed'] as const
    const dueOn = (i: number) => `2026-${11 + (i % 2)}-${10 + (i % 19)}`
    const facts = Array.from(
      { length: size },
      (_, i): StatusFacts => ({
        role: 'lead',
        state: states[i % states.length] ?? 'assigned',
        timeliness: i % 2 ? 'early' : 'late',
        effectiveDueOn: dueOn(i),
      }),
    )
    const reports = facts.map(({ effectiveDueOn }, i) => ({
      sentAt: new Date(Date.UTC(2026, 10, 10 + (i % 40), 3)),
      dueOn: effectiveDueOn,
      effectiveDueOn,
    }))
    let told = 0
    const status = () => {
      for (const one of facts) if (statusOf(one, moment) === 'overdue') told++
    }
    const classes = () => {
      for (const one of reports) told += classifyReport(calendar, one).daysLate ?? 0
    }
    const of = (work: () => unknown) =>
      middle(
        Array.from({ length: timesOf(seconds, rounds) }, () =>
          pace(work, (seconds || 0.1) / rounds / 2),
        ),
      )
    const lines = (
      [
        ['status', status],
        ['class of a report', classes],
      ] as const
    ).map(([name, work]) => {
      const millions = of(work)
      const line = { ours: `${millions.toFixed(1)} M/s`, value: millions }
      return lineOf(`rules alone: ${name}`, line, atLeast(3, 'M/s'), 0)
    })
    if (told === 0) throw new Error('Nothing was overdue.')
    return lines
  },
}
