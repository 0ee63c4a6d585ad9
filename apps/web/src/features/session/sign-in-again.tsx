import { Modal } from '@mantine/core'
import { useState } from 'react'
import { signOut } from '../../api/session.ts'
import type { SignedInAccount } from '../../api/types.ts'
import { m } from '../../paraglide/messages.js'
import { Button } from '../../ui/button.tsx'
import { MantineLayer } from '../../ui/mantine-layer.tsx'
import { CredentialsForm } from './credentials-form.tsx'
import classes from './session.module.css'

interface Props {
  account: SignedInAccount
  /** The person would rather not. */
  onLeave: () => void
}

/**
 * Asks for the password on top of the page whose session ended. The page stays as it was; what it
 * was sending is sent again afterwards.
 */
export function SignInAgain({ account, onLeave }: Props) {
  const [wrong, setWrong] = useState(false)
  return (
    <MantineLayer>
      <Modal
        opened
        onClose={() => {}}
        withCloseButton={false}
        closeOnEscape={false}
        closeOnClickOutside={false}
        title={m.session_again_title()}
        centered
      >
        <p className={classes.text}>{m.session_again_text()}</p>
        {wrong && (
          <p className={classes.wrong} role="alert">
            {m.session_again_other({ username: account.username })}
          </p>
        )}
        <CredentialsForm
          username={account.username}
          onSignedIn={(other) => {
            if (other.id === account.id) return
            setWrong(true)
            void signOut()
          }}
        >
          <Button variant="subtle" onClick={onLeave}>
            {m.session_again_leave()}
          </Button>
        </CredentialsForm>
      </Modal>
    </MantineLayer>
  )
}
