import { formatOfficialDate } from '@dunghan/domain'
import { useQueries } from '@tanstack/react-query'
import { firstAssignments } from '../../api/assignments.ts'
import { useAccount } from '../../api/use-session.ts'
import { formatCivilDate } from '../../lib/format.ts'
import { currentLanguage } from '../../lib/language.ts'
import { paths } from '../../lib/paths.ts'
import { useToday } from '../../lib/use-now.ts'
import { m } from '../../paraglide/messages.js'
import { EmptyState } from '../../ui/empty-state.tsx'
import { Figure, Figures } from '../../ui/figure.tsx'
import { PageHeader } from '../../ui/page-header.tsx'
import { Panel } from '../../ui/panel.tsx'
import { DecidedExtensions } from './decided-extensions.tsx'
import { DueCalendar } from './due-calendar.tsx'
import { KeptReports } from './kept-reports.tsx'
import classes from './overview.module.css'
import { OwnUnitEnded } from './own-unit-ended.tsx'
import { FEW, type UnitList, unitLists } from './queries.ts'
import { SeeAll } from './see-all.tsx'
import { TaskLines } from './task-lines.tsx'

const words: Record<UnitList, { label: () => string; tone: 'bad' | 'warn' | 'plain' }> = {
  overdue: { label: m.overview_overdue, tone: 'bad' },
  thisWeek: { label: m.overview_this_week, tone: 'warn' },
  returned: { label: m.overview_returned, tone: 'warn' },
  notReceived: { label: m.overview_not_received, tone: 'plain' },
  awaitingReview: { label: m.overview_awaiting_review, tone: 'plain' },
}

/** What needs this unit today, on top what is latest. */
export function UnitOverview() {
  const { unit } = useAccount()
  const today = useToday()
  const lists = unitLists(today)
  const names = Object.keys(lists) as UnitList[]
  const answers = useQueries({
    queries: names.map((name) => firstAssignments({ ...lists[name], role: ['lead'], limit: FEW })),
  })
  const sections = names.map((name, index) => ({
    name,
    label: words[name].label(),
    tone: words[name].tone,
    href: paths.assignments(lists[name]),
    page: answers[index]?.data,
  }))
  const filled = sections.filter(({ page }) => page && page.total > 0)
  return (
    <>
      <PageHeader
        title={unit?.name ?? m.shell_nav_overview()}
        lead={m.overview_today({
          date: currentLanguage() === 'vi' ? formatOfficialDate(today) : formatCivilDate(today),
        })}
      />
      {unit && <OwnUnitEnded id={unit.id} />}
      <Figures label={m.overview_needs_you()}>
        {sections.map(({ name, label, tone, href, page }) => (
          <Figure key={name} label={label} value={page?.total ?? 0} href={href} tone={tone} />
        ))}
      </Figures>
      <div className={classes.stack}>
        <KeptReports />
        {filled.length === 0 && (
          <EmptyState
            title={m.overview_nothing()}
            actions={<a href={paths.assignments()}>{m.overview_all_assignments()}</a>}
          >
            {m.overview_nothing_text()}
          </EmptyState>
        )}
        {filled.map(({ name, label, href, page }) => (
          <Panel
            key={name}
            title={label}
            aside={<SeeAll href={href} label={label} total={page?.total ?? 0} />}
          >
            <TaskLines items={page?.items ?? []} />
          </Panel>
        ))}
        <DecidedExtensions />
        <DueCalendar />
      </div>
    </>
  )
}
