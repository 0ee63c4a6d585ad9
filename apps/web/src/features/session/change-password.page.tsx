import { PasswordInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { useNavigate } from 'react-router-dom'
import { showInForm } from '../../api/form-problem.ts'
import { type ApiProblem, asProblem } from '../../api/problem.ts'
import { passwordChanged } from '../../api/session.ts'
import { useAccount } from '../../api/use-session.ts'
import { paths } from '../../lib/paths.ts'
import { m } from '../../paraglide/messages.js'
import { Button } from '../../ui/button.tsx'
import { ErrorState } from '../../ui/error-state.tsx'
import { notifyDone } from '../../ui/notify.ts'
import { PageHeader } from '../../ui/page-header.tsx'
import { changePassword } from './queries.ts'
import classes from './session.module.css'

export function Component() {
  const { username, mustChangePassword } = useAccount()
  const navigate = useNavigate()
  const form = useForm({
    mode: 'uncontrolled',
    initialValues: { currentPassword: '', newPassword: '', repeated: '' },
    validate: {
      currentPassword: (value) => (value ? null : m.session_password_required()),
      newPassword: (value) => (value ? null : m.session_password_required()),
      repeated: (value, values) =>
        value === values.newPassword ? null : m.session_password_differs(),
    },
  })
  const [problem, setProblem] = useState<ApiProblem | null>(null)
  const change = useMutation({
    ...changePassword,
    onMutate: () => setProblem(null),
    // What found its field is said there; only the rest stands above the form.
    onError: (error) => setProblem(showInForm(form, error) ? null : asProblem(error)),
    onSuccess: () => {
      passwordChanged()
      notifyDone(m.session_password_saved())
      navigate(paths.overview(), { replace: true })
    },
  })

  return (
    <div className={classes.sheet}>
      <PageHeader
        title={m.session_password_title()}
        lead={mustChangePassword ? m.session_password_forced() : m.session_password_lead()}
      />
      <form
        className={classes.form}
        noValidate
        onSubmit={form.onSubmit(({ currentPassword, newPassword }) =>
          change.mutate({ currentPassword, newPassword }),
        )}
      >
        {problem && <ErrorState problem={problem} />}
        {/* Tells a password manager whose password this is. */}
        <input type="text" name="username" autoComplete="username" defaultValue={username} hidden />
        <PasswordInput
          key={form.key('currentPassword')}
          {...form.getInputProps('currentPassword')}
          label={m.session_password_current()}
          autoComplete="current-password"
        />
        <PasswordInput
          key={form.key('newPassword')}
          {...form.getInputProps('newPassword')}
          label={m.session_password_new()}
          description={m.session_password_hint()}
          autoComplete="new-password"
        />
        <PasswordInput
          key={form.key('repeated')}
          {...form.getInputProps('repeated')}
          label={m.session_password_repeat()}
          autoComplete="new-password"
        />
        <div className={classes.actions}>
          <Button type="submit" variant="primary" loading={change.isPending}>
            {m.session_password_save()}
          </Button>
        </div>
      </form>
    </div>
  )
}
