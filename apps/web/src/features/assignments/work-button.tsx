import {
  IconCalendarEvent,
  IconCalendarPlus,
  IconCircleCheck,
  IconSend,
  type TablerIcon,
} from '@tabler/icons-react'
import { useSearchState } from '../../lib/use-search-state.ts'
import { workOf, workParam } from '../../lib/work.ts'
import { m } from '../../paraglide/messages.js'
import { Button } from '../../ui/button.tsx'

interface Props {
  act: keyof typeof workOf
  disabledReason: string | null
}

const looks: Record<Props['act'], { icon: TablerIcon; words: () => string; main?: boolean }> = {
  report: { icon: IconSend, words: m.assignments_report, main: true },
  accept: { icon: IconCircleCheck, words: m.assignments_review, main: true },
  requestExtension: { icon: IconCalendarPlus, words: m.extensions_request },
  moveDueDate: { icon: IconCalendarEvent, words: m.extensions_move },
}

/** Opens the form of an act. */
export function WorkButton({ act, disabledReason }: Props) {
  const search = useSearchState()
  const { icon, words, main } = looks[act]
  return (
    <Button
      variant={main && !disabledReason ? 'primary' : 'default'}
      icon={icon}
      disabledReason={disabledReason}
      reasonBelow
      aria-expanded={disabledReason ? undefined : search.get(workParam) === workOf[act]}
      onClick={() => search.set({ [workParam]: workOf[act] }, { replace: true })}
    >
      {words()}
    </Button>
  )
}
