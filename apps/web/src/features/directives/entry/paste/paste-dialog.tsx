import { Modal, Textarea } from '@mantine/core'
import { useEffect, useState } from 'react'
import { formatNumber } from '../../../../lib/format.ts'
import type { PickableUnit } from '../../../../lib/unit-search.ts'
import { m } from '../../../../paraglide/messages.js'
import { Button } from '../../../../ui/button.tsx'
import classes from '../../form.module.css'
import { PastePreview } from './paste-preview.tsx'
import type { Pasted } from './pasted-tasks.ts'

interface Props {
  /** What is in the field at first. */
  text: string
  units: readonly PickableUnit[]
  /** How many tasks there is room for. */
  room: number
  most: number
  read: (text: string) => Promise<Pasted>
  onTake: (pasted: Pasted) => void
  onClose: () => void
}

/** A table or a list pasted, looked at, and taken. */
export default function PasteDialog(props: Props) {
  const { units, room, most, onTake, onClose } = props
  const [text, setText] = useState(props.text)
  const [tried, setTried] = useState(false)
  const pasted = usePasted(text, props.read)
  const count = pasted?.tasks.length ?? 0
  // An empty last row gives its place to the first.
  const over = count - room - 1
  const wrong =
    over > 0
      ? m.directives_paste_too_many({ most: formatNumber(most), over: formatNumber(over) })
      : tried && count === 0
        ? m.directives_paste_nothing()
        : null
  return (
    <Modal
      opened
      onClose={onClose}
      title={m.directives_paste()}
      size="70rem"
      closeButtonProps={{ 'aria-label': m.ui_close() }}
    >
      <div className={classes.fields}>
        <p>{m.directives_paste_lead()}</p>
        <Textarea
          label={m.directives_paste_text()}
          autosize
          minRows={4}
          maxRows={8}
          value={text}
          error={wrong}
          spellCheck={false}
          data-autofocus
          onChange={(event) => setText(event.target.value)}
        />
        {pasted && count > 0 && <PastePreview pasted={pasted} units={units} />}
        <div className={classes.dialogActions}>
          <Button onClick={onClose}>{m.ui_cancel()}</Button>
          <Button
            variant="primary"
            onClick={() => {
              setTried(true)
              if (pasted && count > 0 && over <= 0) onTake(pasted)
            }}
          >
            {m.directives_paste_take({ count: formatNumber(count) })}
          </Button>
        </div>
      </div>
    </Modal>
  )
}

/** What a text holds, once it was read; the one typed last wins. */
function usePasted(text: string, read: Props['read']): Pasted | null {
  const [pasted, setPasted] = useState<{ text: string; pasted: Pasted } | null>(null)
  // biome-ignore lint/correctness/useExhaustiveDependencies: read anew when the text changes
  useEffect(() => {
    let superseded = false
    void read(text).then((found) => {
      if (!superseded) setPasted({ text, pasted: found })
    })
    return () => {
      superseded = true
    }
  }, [text])
  return pasted?.text === text ? pasted.pasted : null
}
