import { IconCircleCheck, IconFilePlus } from '@tabler/icons-react'
import { useMay } from '../../api/use-session.ts'
import { formatNumber } from '../../lib/format.ts'
import { paths } from '../../lib/paths.ts'
import { m } from '../../paraglide/messages.js'
import { ButtonLink } from '../../ui/button.tsx'

/** What each role came for. */
export function OfficeActions({ waiting }: { waiting: number }) {
  const may = useMay()
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
    </>
  )
}
