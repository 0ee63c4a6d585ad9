import { IconCopy } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { m } from '../paraglide/messages.js'
import { Button } from './button.tsx'
import classes from './copy-text.module.css'
import { useCopy } from './use-copy.ts'

function useNotedCopy(text: string) {
  const { copy, outcome } = useCopy(text)
  const words = outcome && { copied: m.developers_copied, 'by-hand': m.developers_copy_by_hand }
  const note = (
    <span role="status" className={classes.note}>
      {outcome && words?.[outcome]()}
    </span>
  )
  return { copy, note }
}

/** An address to take elsewhere, in one line. @param what it is, for those who cannot see */
export function CopyLine({ text, what }: { text: string; what: string }) {
  const { copy, note } = useNotedCopy(text)
  return (
    <div>
      <div className={classes.line}>
        <input
          readOnly
          value={text}
          aria-label={what}
          onFocus={(event) => event.currentTarget.select()}
        />
        <Button small icon={IconCopy} aria-label={m.developers_copy_what({ what })} onClick={copy}>
          {m.developers_copy()}
        </Button>
      </div>
      {note}
    </div>
  )
}

interface BlockProps {
  text: string
  what: string
  /** What can be done with it besides copying. */
  tools?: ReactNode
}

/** Several lines to take elsewhere as they stand. */
export function CopyBlock({ text, what, tools }: BlockProps) {
  const { copy, note } = useNotedCopy(text)
  return (
    <div>
      <CodeBox text={text} label={m.developers_code({ what })} />
      <div className={classes.tools}>
        {tools}
        <Button small icon={IconCopy} aria-label={m.developers_copy_what({ what })} onClick={copy}>
          {m.developers_copy()}
        </Button>
        {note}
      </div>
    </div>
  )
}

interface CodeBoxProps {
  text: string
  label: string
  /** It came from elsewhere, and may be long. */
  answer?: boolean
}

/** Text set as a machine writes it; what is larger than its place is scrolled, by keyboard too. */
export function CodeBox({ text, label, answer = false }: CodeBoxProps) {
  return (
    <section
      aria-label={label}
      className={`${classes.code} ${answer ? classes.answer : ''}`}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: a keyboard scrolls only what has the focus
      tabIndex={0}
    >
      <pre>{text}</pre>
    </section>
  )
}
