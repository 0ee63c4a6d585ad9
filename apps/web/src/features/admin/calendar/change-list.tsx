import { IconCalendarCheck, IconCalendarEvent } from '@tabler/icons-react'
import { useInfiniteQuery } from '@tanstack/react-query'
import type { Schema } from '../../../api/types.ts'
import { spokenDay } from '../../../lib/spoken-day.ts'
import { m } from '../../../paraglide/messages.js'
import { Button } from '../../../ui/button.tsx'
import { Panel } from '../../../ui/panel.tsx'
import { Timeline } from '../../../ui/timeline.tsx'
import { calendarChanges } from '../queries.ts'
import classes from './calendar.module.css'

type Change = Schema<'CalendarChangePage'>['items'][number]

/** Of a change of many days, as an import is, the first are enough. */
const FEW = 6

/** Who changed the calendar, when, why and by which document. */
export function ChangeList() {
  const { data, hasNextPage, fetchNextPage, isFetchingNextPage } = useInfiniteQuery(calendarChanges)
  const changes = data?.pages.flatMap(({ items }) => items)
  if (!changes) return null
  return (
    <Panel title={m.calendar_changes()}>
      {changes.length === 0 ? (
        <p>{m.calendar_changes_none()}</p>
      ) : (
        <Timeline label={m.calendar_changes()} items={changes.map(itemOf)} />
      )}
      {hasNextPage && (
        <Button loading={isFetchingNextPage} onClick={() => fetchNextPage()}>
          {m.calendar_changes_more()}
        </Button>
      )}
    </Panel>
  )
}

function itemOf({ version, recordedAt, changedBy, days, announcedYear, reason, document }: Change) {
  const [only] = days
  const what =
    announcedYear !== null
      ? m.calendar_change_announced({ year: announcedYear })
      : only && days.length === 1
        ? spokenDay(only.date, only)
        : m.calendar_change_days({ count: days.length })
  const listed = announcedYear !== null || days.length > 1 ? days.slice(0, FEW) : []
  return {
    key: String(version),
    at: recordedAt,
    icon: announcedYear === null ? IconCalendarEvent : IconCalendarCheck,
    tone: announcedYear === null ? ('plain' as const) : ('good' as const),
    title: what,
    children: (
      <div className={classes.change}>
        <span>{changedBy?.displayName ?? m.calendar_change_by_system()}</span>
        <span>{reason}</span>
        {document && <span>{m.calendar_change_document({ document })}</span>}
        {listed.length > 0 && (
          <ul>
            {listed.map((day) => (
              <li key={day.date}>{spokenDay(day.date, day)}</li>
            ))}
            {days.length > FEW && <li>{m.calendar_change_days({ count: days.length })}</li>}
          </ul>
        )}
      </div>
    ),
  }
}
