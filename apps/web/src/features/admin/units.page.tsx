import { unitTypes } from '@dunghan/domain'
import { IconPlus } from '@tabler/icons-react'
import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query'
import { lazy, useState } from 'react'
import { queryClient } from '../../api/query-client.ts'
import type { Schema } from '../../api/types.ts'
import { unitTypeWords } from '../../lib/terms.ts'
import { useSearchState } from '../../lib/use-search-state.ts'
import { m } from '../../paraglide/messages.js'
import { Button } from '../../ui/button.tsx'
import { PageHeader } from '../../ui/page-header.tsx'
import { conditionsIn, unitList } from './queries.ts'
import { RecordDialog } from './record-dialog.tsx'
import { RecordList } from './record-list.tsx'
import { unitColumns } from './unit-columns.tsx'

const UnitForm = lazy(() =>
  import('./unit-form.tsx').then((module) => ({ default: module.UnitForm })),
)

export async function loader({ request }: { request: Request }) {
  const filters = conditionsIn(new URL(request.url).searchParams, 'type')
  await queryClient.ensureInfiniteQueryData(unitList(filters))
  return null
}

export function Component() {
  const search = useSearchState()
  const list = useInfiniteQuery({
    ...unitList(conditionsIn(search.params, 'type')),
    placeholderData: keepPreviousData,
  })
  const [open, setOpen] = useState<Schema<'Unit'> | 'new' | null>(null)
  const close = () => setOpen(null)
  return (
    <>
      <PageHeader
        title={m.units_title()}
        lead={m.units_lead()}
        actions={
          <Button variant="primary" icon={IconPlus} onClick={() => setOpen('new')}>
            {m.units_create()}
          </Button>
        }
      />
      <RecordList
        caption={m.units_title()}
        columns={unitColumns(setOpen)}
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
        list={list}
      />
      <RecordDialog
        title={open && (open === 'new' ? m.units_create() : m.units_edit())}
        onClose={close}
      >
        <UnitForm unit={open === 'new' ? null : open} onDone={close} />
      </RecordDialog>
    </>
  )
}
