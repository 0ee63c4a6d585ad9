import { keepPreviousData, useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { Link } from 'react-router-dom'
import { queryClient } from '../../api/query-client.ts'
import { allUnits } from '../../api/reference-data.ts'
import { apiPaths } from '../../lib/api-paths.ts'
import { understood } from '../../lib/known-search.ts'
import { paths } from '../../lib/paths.ts'
import { useKnownSearch } from '../../lib/use-known-search.ts'
import { m } from '../../paraglide/messages.js'
import { DownloadButton } from '../../ui/download-button.tsx'
import { LongChoices } from '../../ui/long-choices.tsx'
import { PageHeader } from '../../ui/page-header.tsx'
import classes from './audit/audit.module.css'
import { auditColumns } from './audit/audit-columns.tsx'
import { eventWords, subjectWords } from './audit/event-words.ts'
import { VerificationPanel } from './audit/verification-panel.tsx'
import { allAccounts, auditConditionsIn, auditList, jobList, lastSeal } from './queries.ts'
import { RecordList } from './record-list.tsx'
import { auditKnown } from './records-known.ts'

export async function loader({ request }: { request: Request }) {
  const params = understood(new URL(request.url).searchParams, auditKnown)
  await Promise.all([
    queryClient.ensureQueryData(jobList),
    queryClient.ensureQueryData(lastSeal),
    queryClient.ensureQueryData(allUnits),
    queryClient.ensureQueryData(allAccounts),
    queryClient.ensureInfiniteQueryData(auditList(auditConditionsIn(params))),
  ])
  return null
}

/** Everything that was done, and whether the record of it is intact. */
export function Component() {
  const search = useKnownSearch(auditKnown)
  const list = useInfiniteQuery({
    ...auditList(auditConditionsIn(search.params)),
    placeholderData: keepPreviousData,
  })
  const units = useQuery(allUnits).data ?? []
  const accounts = useQuery(allAccounts).data ?? []
  return (
    <>
      <PageHeader
        title={m.audit_title()}
        lead={m.audit_lead()}
        actions={
          <DownloadButton
            label={m.audit_export()}
            choices={[{ label: m.audit_export(), url: apiPaths.auditExport() }]}
          />
        }
      />
      <div className={classes.page}>
        <VerificationPanel />
        <section aria-label={m.audit_list()}>
          {search.params.has('subjectId') && (
            <p className={classes.told}>
              {m.audit_of_subject()} <Link to={paths.audit()}>{m.audit_all()}</Link>
            </p>
          )}
          <RecordList
            caption={m.audit_list()}
            columns={auditColumns()}
            fields={[
              {
                kind: 'choice',
                name: 'type',
                label: m.audit_type(),
                choices: LongChoices,
                options: Object.entries(eventWords).map(([value, label]) => ({
                  value,
                  label: label(),
                })),
              },
              {
                kind: 'choice',
                name: 'subject',
                label: m.audit_subject(),
                options: Object.entries(subjectWords).map(([value, label]) => ({
                  value,
                  label: label(),
                })),
              },
              {
                kind: 'choice',
                name: 'account',
                label: m.audit_account(),
                single: true,
                choices: LongChoices,
                options: accounts.map(({ id, displayName, username }) => ({
                  value: id,
                  label: `${displayName} (${username})`,
                })),
              },
              { kind: 'units', name: 'unit', label: m.audit_unit(), units, by: 'id', single: true },
              { kind: 'dates', from: 'from', to: 'to', label: m.audit_period() },
            ]}
            search={search}
            path={paths.audit()}
            list={list}
          />
        </section>
      </div>
    </>
  )
}
