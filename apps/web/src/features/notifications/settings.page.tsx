import { Checkbox, TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import { useMutation, useQuery } from '@tanstack/react-query'
import { useId } from 'react'
import { useActOnce } from '../../api/act-once.ts'
import { answer, client } from '../../api/client.ts'
import { showInForm } from '../../api/form-problem.ts'
import { asProblem } from '../../api/problem.ts'
import { queryClient } from '../../api/query-client.ts'
import type { Schema } from '../../api/types.ts'
import { paths } from '../../lib/paths.ts'
import { useUnsaved } from '../../lib/use-unsaved.ts'
import { m } from '../../paraglide/messages.js'
import { Button } from '../../ui/button.tsx'
import { ErrorState } from '../../ui/error-state.tsx'
import { notifyDone } from '../../ui/notify.ts'
import { PageHeader } from '../../ui/page-header.tsx'
import { Panel } from '../../ui/panel.tsx'
import { kindNames } from './kind-words.ts'
import classes from './notifications.module.css'
import { notificationSettings } from './queries.ts'

type Settings = Schema<'NotificationSettings'>
type Kinds = Settings['kinds']

export async function loader() {
  await queryClient.ensureQueryData(notificationSettings)
  return null
}

export function Component() {
  const { data } = useQuery({ ...notificationSettings, refetchOnWindowFocus: false })
  return (
    <div className={classes.page}>
      <PageHeader
        title={m.notifications_settings_title()}
        lead={m.notifications_settings_lead()}
        crumbs={[{ title: m.notifications_title(), href: paths.notifications() }]}
      />
      {data && <SettingsForm present={data} />}
    </div>
  )
}

/** Roughly: what an address is exactly, the server says. */
const isAddress = (text: string) => text === '' || /^[^\s@]+@[^\s@.]+(\.[^\s@.]+)+$/.test(text)

function SettingsForm({ present }: { present: Settings }) {
  const form = useForm({
    initialValues: { email: present.email ?? '', kinds: present.kinds },
    validate: {
      email: (text) => (isAddress(text.trim()) ? null : m.notifications_settings_email_wrong()),
    },
  })
  const once = useActOnce()
  useUnsaved(() => form.isDirty(), m.shell_leave_lost)
  const { mutate, isPending, error } = useMutation({
    mutationFn: (values: { email: string; kinds: Kinds }) => {
      const body = {
        email: values.email.trim() || null,
        kinds: Object.fromEntries(
          values.kinds.map(({ kind, bell, mail }) => [kind, { bell, mail }]),
        ),
      }
      return answer(client.PUT('/api/v1/me/notification-settings', { body, headers: once(body) }))
    },
    onSuccess: (saved: Settings) => {
      queryClient.setQueryData(notificationSettings.queryKey, saved)
      const values = { email: saved.email ?? '', kinds: saved.kinds }
      form.setValues(values)
      form.resetDirty(values)
      notifyDone(m.notifications_settings_saved())
    },
    onError: (refused) => showInForm(form, refused),
  })
  const problem = Object.keys(form.errors).length === 0 ? asProblem(error) : null
  return (
    <form
      className={classes.page}
      noValidate
      onSubmit={form.onSubmit(
        (values) => mutate(values),
        () => form.getInputNode('email')?.focus(),
      )}
    >
      {problem && <ErrorState problem={problem} />}
      <Panel title={m.notifications_settings_mail()}>
        <TextInput
          {...form.getInputProps('email')}
          type="email"
          autoComplete="email"
          label={m.notifications_settings_email()}
          description={
            present.mailServed
              ? m.notifications_settings_email_hint()
              : m.notifications_settings_no_mail()
          }
        />
      </Panel>
      <Panel title={m.notifications_settings_kinds()}>
        <KindTable
          kinds={form.values.kinds}
          onChange={(kinds) => form.setFieldValue('kinds', kinds)}
        />
      </Panel>
      <div className={classes.actions}>
        <Button
          type="submit"
          variant="primary"
          loading={isPending}
          disabledReason={!form.isDirty() && m.notifications_settings_unchanged()}
        >
          {m.notifications_settings_save()}
        </Button>
      </div>
    </form>
  )
}

function KindTable({ kinds, onChange }: { kinds: Kinds; onChange: (kinds: Kinds) => void }) {
  const set = (kind: string, change: Partial<Kinds[number]>) =>
    onChange(kinds.map((one) => (one.kind === kind ? { ...one, ...change } : one)))
  const why = useId()
  return (
    <table className={classes.kinds}>
      {kinds.some(({ mandatory }) => mandatory) && (
        <caption id={why}>{m.notifications_settings_mandatory()}</caption>
      )}
      <thead>
        <tr>
          <th scope="col">{m.notifications_settings_kind()}</th>
          <th scope="col">{m.notifications_settings_bell()}</th>
          <th scope="col">{m.notifications_settings_by_mail()}</th>
        </tr>
      </thead>
      <tbody>
        {kinds.map(({ kind, mandatory, bell, mail }) => (
          <tr key={kind}>
            <th scope="row">{kindNames[kind]()}</th>
            <td>
              <Checkbox
                aria-label={m.notifications_settings_bell_of({ kind: kindNames[kind]() })}
                aria-describedby={mandatory ? why : undefined}
                title={mandatory ? m.notifications_settings_mandatory() : undefined}
                checked={bell}
                disabled={mandatory}
                onChange={(event) => set(kind, { bell: event.currentTarget.checked })}
              />
            </td>
            <td>
              <Checkbox
                aria-label={m.notifications_settings_mail_of({ kind: kindNames[kind]() })}
                checked={mail}
                onChange={(event) => set(kind, { mail: event.currentTarget.checked })}
              />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
