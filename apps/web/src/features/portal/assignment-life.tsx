import { formatCivilDate, formatDocumentNumber } from '@dunghan/domain'
import {
  IconArrowBackUp,
  IconArrowsExchange,
  IconBan,
  IconCalendarEvent,
  IconCalendarPlus,
  IconCircleCheck,
  IconInbox,
  IconRotate2,
  IconSend,
  IconWriting,
} from '@tabler/icons-react'
import type { Schema } from '../../api/types.ts'
import { timelinessWords } from '../../lib/terms.ts'
import { m } from '../../paraglide/messages.js'
import { Timeline, type TimelineItem } from '../../ui/timeline.tsx'

type Detail = Schema<'PublicAssignmentDetail'>
type Event = Detail['history'][number]
type Look = Pick<TimelineItem, 'icon' | 'tone'> & { words: () => string }

const looks: Record<Event['type'], Look> = {
  assigned: { icon: IconWriting, tone: 'info', words: m.portal_event_assigned },
  received: { icon: IconInbox, words: m.portal_event_received },
  reported: { icon: IconSend, tone: 'info', words: m.portal_event_reported },
  accepted: { icon: IconCircleCheck, tone: 'good', words: m.portal_event_accepted },
  returned: { icon: IconArrowBackUp, tone: 'bad', words: m.portal_event_returned },
  reopened: { icon: IconRotate2, words: m.portal_event_reopened },
  withdrawn: { icon: IconBan, words: m.portal_event_withdrawn },
  extended: { icon: IconCalendarPlus, words: m.extensions_public_event },
  due_date_moved: { icon: IconCalendarEvent, words: m.portal_event_due_date_moved },
  calendar_changed: { icon: IconCalendarEvent, words: m.calendar_event },
  unit_succeeded: { icon: IconArrowsExchange, tone: 'info', words: m.portal_former_units },
}

/** What happened to a task, from the order to the verdict. */
export function AssignmentLife({ history, reports }: Pick<Detail, 'history' | 'reports'>) {
  const items = history.map(({ at, type, dueOn, units, calendar }) => {
    const { icon, tone, words } = looks[type]
    const what = units
      ? m.portal_event_unit_succeeded({ from: units.from.name, to: units.to.name })
      : calendar
        ? m.calendar_event_public({
            date: formatCivilDate(calendar.effectiveDueOn),
            reason: calendar.reason,
          })
        : words()
    const title = dueOn ? m.portal_event_due({ what, date: formatCivilDate(dueOn) }) : what
    const report = type === 'reported' && reports.find(({ submittedAt }) => submittedAt === at)
    const children = report && <p>{m.portal_event_report(wordsOf(report))}</p>
    return { key: `${at} ${type}`, at, icon, tone, title, children }
  })
  return <Timeline label={m.portal_life()} items={items} />
}

function wordsOf({ number, symbol, timeliness }: Detail['reports'][number]) {
  const written = formatDocumentNumber(number, symbol)
  return { number: written ?? '', result: timelinessWords[timeliness]() }
}
