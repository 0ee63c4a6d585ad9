import { Modal } from '@mantine/core'
import { IconCopy } from '@tabler/icons-react'
import { useRef, useState } from 'react'
import { m } from '../../paraglide/messages.js'
import { Button } from '../../ui/button.tsx'
import classes from './admin.module.css'

export interface IssuedPassword {
  username: string
  /** Null when the server has shown it already: a repeated request gets no password. */
  password: string | null
}

interface Props {
  issued: IssuedPassword | null
  onClose: () => void
}

/** A password that is shown once and never again. */
export function OneTimePassword({ issued, onClose }: Props) {
  return (
    <Modal
      opened={issued !== null}
      onClose={onClose}
      title={m.accounts_password_title()}
      closeOnClickOutside={false}
      closeOnEscape={false}
      closeButtonProps={{ 'aria-label': m.ui_close() }}
      centered
    >
      {issued && <Content issued={issued} onClose={onClose} />}
    </Modal>
  )
}

function Content({ issued, onClose }: { issued: IssuedPassword; onClose: () => void }) {
  const code = useRef<HTMLElement>(null)
  const [copied, setCopied] = useState(false)
  const { username, password } = issued
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(password ?? '')
      setCopied(true)
    } catch {
      // Over plain HTTP there is no clipboard: the text is selected, to be copied by hand.
      if (code.current) getSelection()?.selectAllChildren(code.current)
    }
  }
  if (!password) return <p>{m.accounts_password_gone()}</p>
  return (
    <div className={classes.form}>
      <p>{m.accounts_password_text({ username })}</p>
      <div className={classes.password}>
        <code ref={code}>{password}</code>
        <Button small icon={IconCopy} onClick={copy} data-autofocus>
          {m.accounts_copy()}
        </Button>
      </div>
      <p role="status">{copied && m.accounts_copied()}</p>
      <div className={classes.actions}>
        <Button variant="primary" onClick={onClose}>
          {m.accounts_password_done()}
        </Button>
      </div>
    </div>
  )
}
