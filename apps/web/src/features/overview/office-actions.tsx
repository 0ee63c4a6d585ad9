import { IconCalendarEvent, IconCircleCheck, IconFilePlus } from '@tabler/icons-react'
import { useMay } from '../../api/use-session.ts'
import { formatNumber } from '../../lib/format.ts'
import { paths } from '../../lib/paths.ts'
import { m } from '../../paraglide/messages.js'
import { ButtonLink } from '../../ui/button.tsx'
import { usePendingExtensions } from './pending-extensions.tsx'
import { extensionsPending } from './queries.ts'

/** What each role came for. */
export function OfficeActions({ waiting }: { waiting: number }) {
  const may = useMay()
  const asked = usePendingExtensions()
  return (
    <>
      {may('directive.enter') && (
        <ButtonLink variant="primary" icon={IconFilePlus} href={paths.newDirective()}>
          {m.overview_enter_directive()}
        </ButtonLink>
      )}
      {may('report.review') && (
        <ButtonLink variant="primary" icon={IconCircleCheck} href={paths.reviews()}>
          {m.overview_work_queue({ total: formatNumber(waiting) })}
        </ButtonLink>
      )}
      {asked.total > 0 && (
        <ButtonLink icon={IconCalendarEvent} href={paths.assignments(extensionsPending)}>
          {m.extensions_overview_work({ total: formatNumber(asked.total) })}
        </ButtonLink>
      )}
    </>
  )
}
