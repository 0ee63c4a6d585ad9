import { civilDateAt } from '@dunghan/domain'
import { IconShieldCheck } from '@tabler/icons-react'
import { useMutation, useSuspenseQuery } from '@tanstack/react-query'
import { Link } from 'react-router-dom'
import { answer, client } from '../../../api/client.ts'
import { asProblem } from '../../../api/problem.ts'
import type { Schema } from '../../../api/types.ts'
import { formatInstant, formatNumber } from '../../../lib/format.ts'
import { paths } from '../../../lib/paths.ts'
import { exactInstant } from '../../../lib/spoken-date.ts'
import { m } from '../../../paraglide/messages.js'
import { Button } from '../../../ui/button.tsx'
import { Facts } from '../../../ui/facts.tsx'
import { notifyProblem } from '../../../ui/notify.ts'
import { OutcomeBadge } from '../../../ui/outcome-badge.tsx'
import { Panel } from '../../../ui/panel.tsx'
import { runWords } from '../jobs/job-words.ts'
import { jobList, lastSeal } from '../queries.ts'
import classes from './audit.module.css'
import { breakWords } from './event-words.ts'

type Verification = Schema<'AuditVerification'>

/** Whether the history is as it was recorded: what the last check found, and a check now. */
export function VerificationPanel() {
  const { data: jobs } = useSuspenseQuery(jobList)
  const { data: seals } = useSuspenseQuery(lastSeal)
  const verify = useMutation({
    mutationFn: () => answer(client.GET('/api/v1/audit/verification')),
    onError: (error) => notifyProblem(asProblem(error)),
  })
  const found = verify.data
  const run = jobs.items.find(({ name }) => name === 'verify-history')?.lastRun
  const seal = found?.lastSeal ?? seals.items[0]
  return (
    <Panel
      title={m.audit_verification()}
      aside={
        <Button
          small
          icon={IconShieldCheck}
          loading={verify.isPending}
          onClick={() => verify.mutate()}
        >
          {m.audit_verify()}
        </Button>
      }
    >
      <div aria-live="polite">
        {verify.isPending && <p className={classes.told}>{m.audit_verifying()}</p>}
        {found && <Found found={found} />}
      </div>
      <Facts
        entries={[
          [m.audit_checked_at(), found && exactInstant(found.checkedAt)],
          [
            m.audit_last_check(),
            run
              ? [formatInstant(run.startedAt), runWords('verify-history', run)]
                  .filter(Boolean)
                  .join(' – ')
              : m.audit_never_checked(),
          ],
          [
            m.audit_last_seal(),
            seal
              ? m.audit_seal({ number: formatNumber(seal.number), at: formatInstant(seal.at) })
              : m.audit_no_seal(),
          ],
          [m.audit_seal_code(), seal && <code className={classes.hash}>{seal.hash}</code>],
        ]}
      />
      <p className={classes.hint}>{m.audit_verify_hint()}</p>
    </Panel>
  )
}

/** The events of one day in Việt Nam, as the list below is asked for them. */
function dayOf(instant: string) {
  const day = civilDateAt(new Date(instant))
  return { from: day, to: day }
}

function Found({ found: { verified, events, seals, firstBroken } }: { found: Verification }) {
  if (verified) {
    const figures = { events: formatNumber(events), seals: formatNumber(seals) }
    return (
      <p className={classes.told}>
        <OutcomeBadge outcome="good">{m.audit_verified()}</OutcomeBadge>{' '}
        {m.audit_verified_told(figures)}
      </p>
    )
  }
  const { kind, chain, position, seal, at, eventId, recordId } = firstBroken ?? {
    kind: 'event-altered' as const,
  }
  const code = eventId ?? recordId
  const where = [
    breakWords[kind](),
    typeof chain === 'number' &&
      m.audit_broken_place({ chain: String(chain), position: String(position) }),
    typeof seal === 'number' && m.audit_broken_seal({ seal: String(seal) }),
    at && m.audit_broken_at({ at: exactInstant(at) }),
  ]
  return (
    <>
      <p className={classes.told}>
        <OutcomeBadge outcome="bad">{m.audit_broken()}</OutcomeBadge>{' '}
        {m.audit_broken_where({ what: where.filter(Boolean).join(', ') })}. {m.audit_broken_hint()}
      </p>
      {code && (
        <p className={classes.told}>
          {m.audit_broken_code()} <code className={classes.hash}>{code}</code>{' '}
          {eventId && at && <Link to={paths.audit(dayOf(at))}>{m.audit_broken_day()}</Link>}
        </p>
      )}
    </>
  )
}
