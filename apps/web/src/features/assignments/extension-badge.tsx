import type { ExtensionOutcome } from '@dunghan/domain'
import {
  IconCalendarCheck,
  IconCalendarOff,
  IconCalendarX,
  IconHourglass,
  type TablerIcon,
} from '@tabler/icons-react'
import { m } from '../../paraglide/messages.js'
import badge from '../../ui/badge.module.css'

type Look = [words: () => string, icon: TablerIcon, tone: string | undefined]

const looks: Record<ExtensionOutcome | 'pending', Look> = {
  pending: [m.extensions_state_pending, IconHourglass, badge.awaiting_review],
  approved: [m.extensions_state_approved, IconCalendarCheck, badge.completed_on_time],
  rejected: [m.extensions_state_rejected, IconCalendarX, badge.returned],
  lapsed: [m.extensions_state_lapsed, IconCalendarOff, undefined],
}

/** How a request for extension stands; null while it waits. */
export function ExtensionBadge({ decision }: { decision: ExtensionOutcome | null }) {
  const [words, Icon, tone = ''] = looks[decision ?? 'pending']
  return (
    <span className={`${badge.badge} ${tone}`}>
      <Icon size={14} aria-hidden />
      {words()}
    </span>
  )
}
