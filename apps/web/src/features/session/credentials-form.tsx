import { PasswordInput, TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import { type ReactNode, useState } from 'react'
import { type ApiProblem, asProblem } from '../../api/problem.ts'
import { signIn } from '../../api/session.ts'
import type { SignedInAccount } from '../../api/types.ts'
import { m } from '../../paraglide/messages.js'
import { Button } from '../../ui/button.tsx'
import { ErrorState } from '../../ui/error-state.tsx'
import classes from './session.module.css'

interface Props {
  /** The one account that may sign in here. */
  username?: string
  onSignedIn: (account: SignedInAccount) => void
  children?: ReactNode
}

/** User name and password. */
export function CredentialsForm({ username, onSignedIn, children }: Props) {
  const [problem, setProblem] = useState<ApiProblem | null>(null)
  const [underWay, setUnderWay] = useState(false)
  const form = useForm({
    mode: 'uncontrolled',
    initialValues: { username: username ?? '', password: '' },
    validate: {
      username: (value) => (value.trim() ? null : m.session_username_required()),
      password: (value) => (value ? null : m.session_password_required()),
    },
    onSubmitPreventDefault: 'always',
  })

  const submit = form.onSubmit(async (values) => {
    setUnderWay(true)
    setProblem(null)
    try {
      onSignedIn(await signIn(values.username, values.password))
    } catch (error) {
      const refused = asProblem(error)
      if (!refused) throw error
      setProblem(refused)
      form.getInputNode('password')?.focus()
    } finally {
      setUnderWay(false)
    }
  })

  return (
    <form onSubmit={submit} className={classes.form} noValidate>
      {problem && <ErrorState problem={problem} />}
      <TextInput
        key={form.key('username')}
        {...form.getInputProps('username')}
        label={m.session_username()}
        name="username"
        autoComplete="username"
        autoCapitalize="none"
        spellCheck={false}
        readOnly={username !== undefined}
        data-autofocus={username === undefined || undefined}
      />
      <PasswordInput
        key={form.key('password')}
        {...form.getInputProps('password')}
        label={m.session_password()}
        name="password"
        autoComplete="current-password"
        data-autofocus={username !== undefined || undefined}
      />
      <div className={classes.actions}>
        <Button type="submit" variant="primary" loading={underWay}>
          {m.session_submit()}
        </Button>
        {children}
      </div>
    </form>
  )
}
