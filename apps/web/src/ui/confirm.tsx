import { Modal, Textarea } from '@mantine/core'
import { type ReactNode, useState } from 'react'
import { type ApiProblem, asProblem } from '../api/problem.ts'
import { m } from '../paraglide/messages.js'
import { Button } from './button.tsx'
import classes from './confirm.module.css'
import { ErrorState } from './error-state.tsx'

interface DialogProps {
  title: string
  /** What will happen, in a sentence. */
  children: ReactNode
  /** The act itself as the word on the button: "Thu hồi", never "OK". */
  act: string
  /** It cannot be undone. */
  danger?: boolean
  /** Asks for a reason, and whether it may be left out. */
  reason?: 'required' | 'optional'
  reasonLabel?: string
  /** The dialog closes once this is done; a refusal is shown in it and what was typed stays. */
  onConfirm: (reason: string) => Promise<unknown>
}

interface ConfirmDialogProps extends DialogProps {
  opened: boolean
  onClose: () => void
}

/** Asks before an act, naming what will happen. */
export function ConfirmDialog({ opened, onClose, title, ...content }: ConfirmDialogProps) {
  // A reason outlives a dialog that was closed by mistake.
  const [text, setText] = useState('')
  return (
    <Modal opened={opened} onClose={onClose} title={title} centered>
      <Content {...content} text={text} setText={setText} onClose={onClose} />
    </Modal>
  )
}

interface ContentProps extends Omit<DialogProps, 'title'> {
  text: string
  setText: (text: string) => void
  onClose: () => void
}

function Content(props: ContentProps) {
  const { children, act, danger, reason, reasonLabel, text, setText, onConfirm, onClose } = props
  const [missing, setMissing] = useState(false)
  const [underWay, setUnderWay] = useState(false)
  const [problem, setProblem] = useState<ApiProblem | null>(null)

  const confirm = async () => {
    if (reason === 'required' && !text.trim()) return setMissing(true)
    setUnderWay(true)
    setProblem(null)
    try {
      await onConfirm(text.trim())
      setText('')
      onClose()
    } catch (error) {
      const refused = asProblem(error)
      if (!refused) throw error
      setProblem(refused)
    } finally {
      setUnderWay(false)
    }
  }

  return (
    <div className={classes.content}>
      <div>{children}</div>
      {problem && <ErrorState problem={problem} />}
      {reason && (
        <Textarea
          label={reasonLabel ?? m.ui_reason()}
          required={reason === 'required'}
          autosize
          minRows={3}
          maxLength={2000}
          value={text}
          error={missing && !text.trim() ? m.ui_reason_required() : undefined}
          onChange={(event) => setText(event.target.value)}
          data-autofocus
        />
      )}
      <div className={classes.actions}>
        <Button onClick={onClose}>{m.ui_cancel()}</Button>
        <Button variant={danger ? 'danger' : 'primary'} loading={underWay} onClick={confirm}>
          {act}
        </Button>
      </div>
    </div>
  )
}

interface ConfirmButtonProps extends DialogProps {
  /** Why it cannot be done now. */
  disabledReason?: string | null
  variant?: 'primary' | 'default' | 'subtle' | 'danger'
  small?: boolean
}

/** A button that asks first. */
export function ConfirmButton(props: ConfirmButtonProps) {
  const { disabledReason, variant, small, ...dialog } = props
  const [opened, setOpened] = useState(false)
  return (
    <>
      <Button
        variant={variant}
        small={small}
        disabledReason={disabledReason}
        onClick={() => setOpened(true)}
      >
        {props.act}
      </Button>
      <ConfirmDialog {...dialog} opened={opened} onClose={() => setOpened(false)} />
    </>
  )
}
