import { IconEdit } from '@tabler/icons-react'
import { useActOnce } from '../../../api/act-once.ts'
import type { Schema } from '../../../api/types.ts'
import { useAccount } from '../../../api/use-session.ts'
import { directiveName } from '../../../lib/directive-name.ts'
import { formatNumber } from '../../../lib/format.ts'
import { paths } from '../../../lib/paths.ts'
import { m } from '../../../paraglide/messages.js'
import { Button, ButtonLink } from '../../../ui/button.tsx'
import { ConfirmButton } from '../../../ui/confirm.tsx'
import { notifyDone } from '../../../ui/notify.ts'
import { withdrawDirective } from '../acts.ts'
import { AddTask } from './add-task.tsx'
import { whyNot } from './why-not.ts'

/** What can be done with the directive as a whole. */
export function DirectiveActs({ directive }: { directive: Schema<'Directive'> }) {
  const account = useAccount()
  const once = useActOnce()
  const why = (act: Parameters<typeof whyNot>[0]) => whyNot(act, directive, account)
  const mayNotEdit = why('directive.edit')
  const leads = directive.tasks.flatMap(({ assignments }) => assignments)
  const done = leads.filter(({ state }) => state === 'completed').length
  const ended = leads.filter(({ state }) => state === 'withdrawn').length
  return (
    <>
      <AddTask directive={directive} disabledReason={why('directive.enter')} />
      {mayNotEdit ? (
        <Button icon={IconEdit} disabledReason={mayNotEdit}>
          {m.directives_edit()}
        </Button>
      ) : (
        <ButtonLink icon={IconEdit} href={paths.editDirective(directive.id)}>
          {m.directives_edit()}
        </ButtonLink>
      )}
      <ConfirmButton
        title={m.directives_withdraw_title({ name: directiveName(directive) })}
        act={m.directives_withdraw()}
        danger
        reason="required"
        disabledReason={why('directive.withdraw')}
        onConfirm={async (reason) => {
          await withdrawDirective(directive.id, reason, once({ reason }))
          notifyDone(m.directives_withdraw_done())
        }}
      >
        {m.directives_withdraw_text({
          open: formatNumber(leads.length - done - ended),
          done: formatNumber(done),
        })}
      </ConfirmButton>
    </>
  )
}
