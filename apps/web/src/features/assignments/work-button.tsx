import { IconCircleCheck, IconSend } from '@tabler/icons-react'
import { useSearchState } from '../../lib/use-search-state.ts'
import { m } from '../../paraglide/messages.js'
import { Button } from '../../ui/button.tsx'
import { workOf, workParam } from './work.ts'

interface Props {
  act: keyof typeof workOf
  disabledReason: string | null
}

/** Opens the form of an act. */
export function WorkButton({ act, disabledReason }: Props) {
  const search = useSearchState()
  return (
    <Button
      variant={disabledReason ? 'default' : 'primary'}
      icon={act === 'report' ? IconSend : IconCircleCheck}
      disabledReason={disabledReason}
      reasonBelow
      aria-expanded={disabledReason ? undefined : search.get(workParam) === workOf[act]}
      onClick={() => search.set({ [workParam]: workOf[act] }, { replace: true })}
    >
      {act === 'report' ? m.assignments_report() : m.assignments_review()}
    </Button>
  )
}
