import { IconEdit, IconPlus } from '@tabler/icons-react'
import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query'
import { lazy, useState } from 'react'
import { queryClient } from '../../api/query-client.ts'
import type { Schema } from '../../api/types.ts'
import { understood } from '../../lib/known-search.ts'
import { paths } from '../../lib/paths.ts'
import { useKnownSearch } from '../../lib/use-known-search.ts'
import { m } from '../../paraglide/messages.js'
import { Button, IconButton } from '../../ui/button.tsx'
import type { Column } from '../../ui/data-table.tsx'
import { PageHeader } from '../../ui/page-header.tsx'
import { conditionsIn, leaderList } from './queries.ts'
import { RecordDialog } from './record-dialog.tsx'
import { RecordList } from './record-list.tsx'
import { leadersKnown } from './records-known.ts'
import { Validity } from './validity.tsx'

type Leader = Schema<'Leader'>

const LeaderForm = lazy(() =>
  import('./leader-form.tsx').then((module) => ({ default: module.LeaderForm })),
)

export async function loader({ request }: { request: Request }) {
  const filters = conditionsIn(understood(new URL(request.url).searchParams, leadersKnown))
  await queryClient.ensureInfiniteQueryData(leaderList(filters))
  return null
}

export function Component() {
  const search = useKnownSearch(leadersKnown)
  const list = useInfiniteQuery({
    ...leaderList(conditionsIn(search.params)),
    placeholderData: keepPreviousData,
  })
  const [open, setOpen] = useState<Leader | 'new' | null>(null)
  const close = () => setOpen(null)
  return (
    <>
      <PageHeader
        title={m.leaders_title()}
        lead={m.leaders_lead()}
        actions={
          <Button variant="primary" icon={IconPlus} onClick={() => setOpen('new')}>
            {m.leaders_create()}
          </Button>
        }
      />
      <RecordList
        caption={m.leaders_title()}
        columns={columns(setOpen)}
        fields={[{ kind: 'search', name: 'q', label: m.leaders_search() }]}
        search={search}
        path={paths.leaders()}
        list={list}
      />
      <RecordDialog
        title={open && (open === 'new' ? m.leaders_create() : m.leaders_edit())}
        onClose={close}
      >
        <LeaderForm leader={open === 'new' ? null : open} onDone={close} />
      </RecordDialog>
    </>
  )
}

const inOffice = {
  over: m.leaders_left_office,
  ahead: m.leaders_not_yet,
  inBeing: m.leaders_in_office,
}

const columns = (onEdit: (leader: Leader) => void): Column<Leader>[] => [
  { key: 'name', header: m.leaders_name(), lead: true, cell: ({ name }) => name },
  { key: 'position', header: m.leaders_position(), cell: ({ position }) => position },
  {
    key: 'validity',
    header: m.accounts_state(),
    width: '14rem',
    cell: (leader) => <Validity {...leader} words={inOffice} />,
  },
  {
    key: 'acts',
    header: m.units_acts(),
    width: '6.5rem',
    cell: (leader) => (
      <IconButton
        icon={IconEdit}
        label={m.units_edit_one({ name: leader.name })}
        onClick={() => onEdit(leader)}
      />
    ),
  },
]
