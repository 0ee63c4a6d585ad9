import { useEffect, useRef } from 'react'
import { forms, type Unsaved, unsaved } from './unsaved.ts'

/**
 * Has the page ask before it is left while `is` answers yes. It is asked at that moment: what was
 * sent in the meantime is not unsaved.
 */
export function useUnsaved(is: Unsaved['is'], text: Unsaved['text']): void {
  const latest = useRef({ is, text })
  latest.current = { is, text }
  useEffect(() => {
    const form: Unsaved = {
      is: (to) => latest.current.is(to),
      text: () => latest.current.text(),
    }
    forms.add(form)
    return () => {
      forms.delete(form)
    }
  }, [])
}

/** Asks the person, who may go on with `go`; where nobody is there to ask, it goes on. */
type Asker = (go: () => void) => void
let ask: Asker = (go) => go()

/** The one who asks, until the returned function is called. */
export function askingLeave(asker: Asker): () => void {
  ask = asker
  return () => {
    ask = (go) => go()
  }
}

/** Goes on at once where nothing is unsaved, else once the person has said so. */
export function leaving(go: () => void): void {
  if (unsaved()) ask(go)
  else go()
}
