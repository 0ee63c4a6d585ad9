import { IconSend } from '@tabler/icons-react'
import { keepPreviousData, useInfiniteQuery, useMutation } from '@tanstack/react-query'
import { answer, client } from '../../../api/client.ts'
import { asProblem } from '../../../api/problem.ts'
import type { Schema } from '../../../api/types.ts'
import { formatInstant, formatNumber, NOTHING } from '../../../lib/format.ts'
import { paths } from '../../../lib/paths.ts'
import { useKnownSearch } from '../../../lib/use-known-search.ts'
import { m } from '../../../paraglide/messages.js'
import { Button } from '../../../ui/button.tsx'
import type { Column } from '../../../ui/data-table.tsx'
import { EmptyState } from '../../../ui/empty-state.tsx'
import { notifyDone, notifyProblem } from '../../../ui/notify.ts'
import { OutcomeBadge } from '../../../ui/outcome-badge.tsx'
import { forget, mailConditionsIn, mailList } from '../queries.ts'
import { RecordList } from '../record-list.tsx'
import { jobsKnown, mailStates } from '../records-known.ts'
import { errorWords, mailStateWords } from './job-words.ts'
import classes from './jobs.module.css'

type Mail = Schema<'Mail'>

/** The mail that goes out: to whom, how it went, and once more what was not sent. */
export function MailTable({ served }: { served: boolean }) {
  const search = useKnownSearch(jobsKnown)
  const list = useInfiniteQuery({
    ...mailList(mailConditionsIn(search.params)),
    placeholderData: keepPreviousData,
  })
  const none = list.data?.pages[0]?.total === 0 && !search.params.has('state')
  return (
    <>
      {!served && (
        <p className={classes.unserved}>
          <strong>{m.jobs_mail_unserved()}</strong>
          {m.jobs_mail_unserved_hint()}
        </p>
      )}
      {none ? (
        served && <EmptyState title={m.jobs_mail_none()}>{m.jobs_mail_none_hint()}</EmptyState>
      ) : (
        <RecordList
          caption={m.jobs_mail()}
          columns={columns(served)}
          fields={[
            {
              kind: 'choice',
              name: 'state',
              label: m.jobs_mail_state(),
              single: true,
              options: mailStates.map((value) => ({ value, label: mailStateWords[value].words() })),
            },
          ]}
          search={search}
          path={paths.jobs()}
          list={list}
        />
      )}
    </>
  )
}

const columns = (served: boolean): Column<Mail>[] => [
  {
    key: 'account',
    header: m.jobs_mail_account(),
    lead: true,
    cell: ({ account, address }) => (
      <>
        <span className={classes.name}>{account.displayName}</span>
        <span className={classes.side}>{address}</span>
      </>
    ),
  },
  {
    key: 'state',
    header: m.jobs_mail_state(),
    width: '10rem',
    cell: ({ state }) => (
      <OutcomeBadge outcome={mailStateWords[state].outcome}>
        {mailStateWords[state].words()}
      </OutcomeBadge>
    ),
  },
  { key: 'outcome', header: m.jobs_mail_outcome(), width: '20rem', cell: outcomeCell },
  {
    key: 'notifications',
    header: m.jobs_mail_notifications(),
    width: '8rem',
    align: 'end',
    cell: ({ notifications }) => formatNumber(notifications),
  },
  {
    key: 'made',
    header: m.jobs_mail_made(),
    width: '9.5rem',
    cell: ({ createdAt }) => formatInstant(createdAt),
  },
  {
    key: 'acts',
    header: m.jobs_mail_retry(),
    width: '8rem',
    cell: (mail) => (mail.state === 'sent' ? NOTHING : <Retry mail={mail} served={served} />),
  },
]

function outcomeCell({ sentAt, nextAttemptAt, attempts, lastError }: Mail) {
  return (
    <>
      {sentAt && m.jobs_mail_sent_at({ at: formatInstant(sentAt) })}
      {nextAttemptAt && m.jobs_mail_next_attempt({ at: formatInstant(nextAttemptAt) })}
      {attempts > 0 && !sentAt && (
        <span className={classes.side}>
          {m.jobs_mail_attempts({ count: formatNumber(attempts) })}
        </span>
      )}
      {lastError && (
        <span className={`${classes.side} ${classes.error}`}>{errorWords(lastError)}</span>
      )}
    </>
  )
}

function Retry({ mail, served }: { mail: Mail; served: boolean }) {
  const account = mail.account.displayName
  const retry = useMutation({
    mutationFn: () =>
      answer(client.POST('/api/v1/mails/{id}/retry', { params: { path: { id: mail.id } } })),
    onSuccess: () => {
      notifyDone(m.jobs_mail_retried({ account }))
      return forget('mails')
    },
    onError: (error) => notifyProblem(asProblem(error)),
  })
  return (
    <Button
      small
      icon={IconSend}
      loading={retry.isPending}
      disabledReason={!served && m.jobs_mail_unserved()}
      aria-label={m.jobs_mail_retry_one({ account })}
      onClick={() => retry.mutate()}
    >
      {m.jobs_mail_retry()}
    </Button>
  )
}
