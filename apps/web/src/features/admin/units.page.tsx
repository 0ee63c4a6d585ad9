import { unitTypes } from '@dunghan/domain'
import { IconArrowMerge, IconPlus } from '@tabler/icons-react'
import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query'
import { lazy, useState } from 'react'
import { queryClient } from '../../api/query-client.ts'
import type { Schema } from '../../api/types.ts'
import { understood } from '../../lib/known-search.ts'
import { paths } from '../../lib/paths.ts'
import { unitTypeWords } from '../../lib/unit-terms.ts'
import { useKnownSearch } from '../../lib/use-known-search.ts'
import { m } from '../../paraglide/messages.js'
import { Button } from '../../ui/button.tsx'
import { LinkTabs } from '../../ui/link-tabs.tsx'
import { PageHeader } from '../../ui/page-header.tsx'
import { type UnitTab, unitConditionsIn, unitList, unitTabIn } from './queries.ts'
import { RecordDialog } from './record-dialog.tsx'
import { RecordList } from './record-list.tsx'
import { unitsKnown } from './records-known.ts'
import { unitColumns } from './unit-columns.tsx'

const UnitForm = lazy(() =>
  import('./unit-form.tsx').then((module) => ({ default: module.UnitForm })),
)

const SuccessionDesk = lazy(() =>
  import('./succession-desk.tsx').then((module) => ({ default: module.SuccessionDesk })),
)

export async function loader({ request }: { request: Request }) {
  const filters = unitConditionsIn(understood(new URL(request.url).searchParams, unitsKnown))
  await queryClient.ensureInfiniteQueryData(unitList(filters))
  return null
}

export function Component() {
  const search = useKnownSearch(unitsKnown)
  const list = useInfiniteQuery({
    ...unitList(unitConditionsIn(search.params)),
    placeholderData: keepPreviousData,
  })
  const [open, setOpen] = useState<Schema<'Unit'> | 'new' | null>(null)
  /** The units chosen to end, while the dialog is open. */
  const [ending, setEnding] = useState<string[] | null>(null)
  const close = () => setOpen(null)
  return (
    <>
      <PageHeader
        title={m.units_title()}
        lead={m.units_lead()}
        actions={
          <>
            <Button icon={IconArrowMerge} onClick={() => setEnding([])}>
              {m.units_succession()}
            </Button>
            <Button variant="primary" icon={IconPlus} onClick={() => setOpen('new')}>
              {m.units_create()}
            </Button>
          </>
        }
      />
      <LinkTabs
        label={m.units_tabs()}
        tabs={tabs(search.params)}
        value={unitTabIn(search.params)}
      />
      <RecordList
        caption={m.units_title()}
        columns={unitColumns({ onEdit: setOpen, onEnd: (unit) => setEnding([unit.id]) })}
        fields={[
          { kind: 'search', name: 'q', label: m.units_search() },
          {
            kind: 'choice',
            name: 'type',
            label: m.units_type(),
            options: unitTypes.map((code) => ({ value: code, label: unitTypeWords[code]() })),
          },
        ]}
        search={search}
        path={paths.units()}
        list={list}
      />
      <RecordDialog
        title={open && (open === 'new' ? m.units_create() : m.units_edit())}
        onClose={close}
      >
        <UnitForm unit={open === 'new' ? null : open} onDone={close} />
      </RecordDialog>
      <RecordDialog title={ending && m.units_succession()} onClose={() => setEnding(null)}>
        <SuccessionDesk unitIds={ending ?? []} onDone={() => setEnding(null)} />
      </RecordDialog>
    </>
  )
}

/** The other conditions go along from one to the next. */
function tabs(params: URLSearchParams): { value: UnitTab; label: string; href: string }[] {
  const search = { q: params.get('q'), type: params.getAll('type') }
  return [
    { value: 'standing', label: m.units_tab_standing(), href: paths.units(search) },
    {
      value: 'ended',
      label: m.units_tab_ended(),
      href: paths.units({ ...search, standing: 'ended' }),
    },
    { value: 'all', label: m.units_tab_all(), href: paths.units({ ...search, standing: 'all' }) },
  ]
}
