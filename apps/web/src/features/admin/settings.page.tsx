import { NumberInput, Switch } from '@mantine/core'
import { useForm } from '@mantine/form'
import { useQuery } from '@tanstack/react-query'
import { answer, client, ifMatch } from '../../api/client.ts'
import { queryClient } from '../../api/query-client.ts'
import type { Schema } from '../../api/types.ts'
import { m } from '../../paraglide/messages.js'
import { Button } from '../../ui/button.tsx'
import { ErrorState } from '../../ui/error-state.tsx'
import { notifyDone } from '../../ui/notify.ts'
import { PageHeader } from '../../ui/page-header.tsx'
import { Panel } from '../../ui/panel.tsx'
import classes from './admin.module.css'
import { settings } from './queries.ts'
import { useSave } from './use-save.ts'

type Settings = Schema<'Settings'>

export async function loader() {
  await queryClient.ensureQueryData(settings)
  return null
}

export function Component() {
  const { data } = useQuery({ ...settings, refetchOnWindowFocus: false })
  return (
    <div className={classes.sheet}>
      <PageHeader title={m.settings_title()} lead={m.settings_lead()} />
      {/* A newer version begins the form anew. */}
      {data && <SettingsForm key={data.version} present={data} />}
    </div>
  )
}

function SettingsForm({ present }: { present: Settings }) {
  const { version, ...values } = present
  const form = useForm({ initialValues: values })
  const { problem, underWay, onSubmit } = useSave(
    form,
    (body, headers) =>
      answer(
        client.PUT('/api/v1/settings', { params: { header: ifMatch(version) }, body, headers }),
      ),
    (saved: Settings) => {
      queryClient.setQueryData(settings.queryKey, saved)
      // What counts as due soon and how often may be extended follows from them.
      for (const root of ['assignments', 'directives', 'statistics', 'portal']) {
        queryClient.invalidateQueries({ queryKey: [root] })
      }
      notifyDone(m.settings_saved())
    },
  )
  return (
    <form className={classes.form} noValidate onSubmit={onSubmit}>
      {problem && (
        <ErrorState
          problem={problem}
          actions={
            problem.name === 'stale' && (
              <Button onClick={() => queryClient.refetchQueries({ queryKey: settings.queryKey })}>
                {m.settings_reload()}
              </Button>
            )
          }
        />
      )}
      <Panel title={m.settings_entry()}>
        <div className={classes.form}>
          <Switch
            {...form.getInputProps('requireSignedDirectives', { type: 'checkbox' })}
            label={m.settings_require_signed()}
            description={m.settings_require_signed_hint()}
          />
          <NumberInput
            {...form.getInputProps('maxUploadMiB')}
            label={m.settings_max_upload()}
            min={1}
            max={500}
            allowDecimal={false}
            suffix=" MB"
          />
        </div>
      </Panel>
      <Panel title={m.settings_deadlines()}>
        <div className={classes.form}>
          <NumberInput
            {...form.getInputProps('dueSoonDays')}
            label={m.settings_due_soon()}
            description={m.settings_due_soon_hint()}
            min={0}
            max={30}
            allowDecimal={false}
          />
          <NumberInput
            {...form.getInputProps('maxExtensions')}
            label={m.settings_max_extensions()}
            description={m.settings_max_extensions_hint()}
            min={0}
            max={10}
            allowDecimal={false}
          />
        </div>
      </Panel>
      <div className={classes.actions}>
        <Button
          type="submit"
          variant="primary"
          loading={underWay}
          disabledReason={!form.isDirty() && m.settings_unchanged()}
        >
          {m.settings_save()}
        </Button>
      </div>
    </form>
  )
}
