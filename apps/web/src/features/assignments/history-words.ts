import {
  IconArrowBackUp,
  IconArrowsExchange,
  IconBan,
  IconBellRinging,
  IconCalendarEvent,
  IconCircleCheck,
  IconCircleDot,
  IconEdit,
  IconFileText,
  IconInbox,
  IconRotate,
  IconSend,
  type TablerIcon,
} from '@tabler/icons-react'
import type { Schema } from '../../api/types.ts'
import { m } from '../../paraglide/messages.js'
import type { TimelineItem } from '../../ui/timeline.tsx'

type EventType = Schema<'HistoryEvent'>['type']
type Look = [title: () => string, icon: TablerIcon, tone: TimelineItem['tone']]

/** What happened, by its name in the history. */
const looks: Partial<Record<EventType, Look>> = {
  'assignment.assigned': [m.assignments_event_assigned, IconFileText, 'info'],
  'assignment.received': [m.assignments_event_received, IconInbox, 'info'],
  'assignment.reported': [m.assignments_event_reported, IconSend, 'info'],
  'assignment.accepted': [m.assignments_event_accepted, IconCircleCheck, 'good'],
  'assignment.returned': [m.assignments_event_returned, IconArrowBackUp, 'bad'],
  'assignment.reopened': [m.assignments_event_reopened, IconRotate, 'bad'],
  'assignment.withdrawn': [m.assignments_event_withdrawn, IconBan, 'bad'],
  'assignment.extension_requested': [
    m.assignments_event_extension_requested,
    IconCalendarEvent,
    'plain',
  ],
  'assignment.extension_decided': [
    m.assignments_event_extension_decided,
    IconCalendarEvent,
    'plain',
  ],
  'assignment.due_date_moved': [m.assignments_event_due_date_moved, IconCalendarEvent, 'plain'],
  'assignment.unit_succeeded': [m.assignments_event_unit_succeeded, IconArrowsExchange, 'info'],
  'assignment.reminded': [m.assignments_event_reminded, IconBellRinging, 'plain'],
  'assignment.calendar_changed': [m.calendar_event, IconCalendarEvent, 'plain'],
  'assignment.directive_edited': [m.assignments_event_directive_edited, IconEdit, 'plain'],
}

export function lookOf(type: EventType): Pick<TimelineItem, 'title' | 'icon' | 'tone'> {
  const [title, icon, tone] = looks[type] ?? [m.assignments_event_other, IconCircleDot, 'plain']
  return { title: title(), icon, tone }
}
