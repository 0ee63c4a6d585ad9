import { roles } from '@dunghan/domain'
import { IconUserPlus } from '@tabler/icons-react'
import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query'
import { lazy, useState } from 'react'
import { queryClient } from '../../api/query-client.ts'
import type { Schema } from '../../api/types.ts'
import { roleWords } from '../../lib/desk-terms.ts'
import { understood } from '../../lib/known-search.ts'
import { paths } from '../../lib/paths.ts'
import { useKnownSearch } from '../../lib/use-known-search.ts'
import { m } from '../../paraglide/messages.js'
import { Button } from '../../ui/button.tsx'
import { PageHeader } from '../../ui/page-header.tsx'
import { accountColumns } from './account-columns.tsx'
import { type IssuedPassword, OneTimePassword } from './one-time-password.tsx'
import { accountList, conditionsIn } from './queries.ts'
import { RecordDialog } from './record-dialog.tsx'
import { RecordList } from './record-list.tsx'
import { accountsKnown } from './records-known.ts'

type Account = Schema<'Account'>

const CreateAccountForm = lazy(() =>
  import('./create-account-form.tsx').then((module) => ({ default: module.CreateAccountForm })),
)
const EditAccountForm = lazy(() =>
  import('./edit-account-form.tsx').then((module) => ({ default: module.EditAccountForm })),
)

export async function loader({ request }: { request: Request }) {
  const filters = conditionsIn(understood(new URL(request.url).searchParams, accountsKnown), 'role')
  await queryClient.ensureInfiniteQueryData(accountList(filters))
  return null
}

export function Component() {
  const search = useKnownSearch(accountsKnown)
  const list = useInfiniteQuery({
    ...accountList(conditionsIn(search.params, 'role')),
    placeholderData: keepPreviousData,
  })
  const [open, setOpen] = useState<Account | 'new' | null>(null)
  const [issued, setIssued] = useState<IssuedPassword | null>(null)
  const close = () => setOpen(null)
  return (
    <>
      <PageHeader
        title={m.accounts_title()}
        lead={m.accounts_lead()}
        actions={
          <Button variant="primary" icon={IconUserPlus} onClick={() => setOpen('new')}>
            {m.accounts_create()}
          </Button>
        }
      />
      <RecordList
        caption={m.accounts_title()}
        columns={accountColumns({ onEdit: setOpen, onPassword: setIssued })}
        fields={[
          { kind: 'search', name: 'q', label: m.accounts_search() },
          {
            kind: 'choice',
            name: 'role',
            label: m.accounts_roles(),
            options: roles.map((role) => ({ value: role, label: roleWords[role]() })),
          },
        ]}
        search={search}
        path={paths.accounts()}
        list={list}
      />
      <RecordDialog
        title={open && (open === 'new' ? m.accounts_create() : m.accounts_edit())}
        onClose={close}
      >
        {open === 'new' && (
          <CreateAccountForm
            onCancel={close}
            onCreated={(password) => {
              close()
              setIssued(password)
            }}
          />
        )}
        {open !== null && open !== 'new' && <EditAccountForm account={open} onDone={close} />}
      </RecordDialog>
      <OneTimePassword issued={issued} onClose={() => setIssued(null)} />
    </>
  )
}
