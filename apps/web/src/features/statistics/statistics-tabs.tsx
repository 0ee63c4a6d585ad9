import { paths } from '../../lib/paths.ts'
import { m } from '../../paraglide/messages.js'
import { LinkTabs } from '../../ui/link-tabs.tsx'

interface Props {
  value: 'statistics' | 'compliance'
  /** Goes along from one to the other. */
  asOf: string | undefined
}

/** How the work stands, and how punctual everybody is in entering and reviewing. */
export function StatisticsTabs({ value, asOf }: Props) {
  const tabs = [
    { value: 'statistics', label: m.statistics_tab_work(), href: paths.statistics({ asOf }) },
    { value: 'compliance', label: m.statistics_tab_compliance(), href: paths.compliance({ asOf }) },
  ]
  return <LinkTabs label={m.shell_nav_statistics()} tabs={tabs} value={value} />
}
