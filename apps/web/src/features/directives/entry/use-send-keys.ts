import { type KeyboardEvent as FormKeyEvent, useEffect, useRef } from 'react'

/**
 * Ctrl+Enter sends from anywhere on the page: also when nothing has the cursor, as after choosing a
 * file or coming back to a draft. Not from beneath a dialog.
 */
export function useSendKeys(send: () => void): void {
  const latest = useRef(send)
  latest.current = send
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.key !== 'Enter' || event.isComposing || event.repeat) return
      if (!(event.ctrlKey || event.metaKey) || isElsewhere(event.target)) return
      event.preventDefault()
      latest.current()
    }
    window.addEventListener('keydown', onKey)
    return () => window.removeEventListener('keydown', onKey)
  }, [])
}

/** In a dialog, or in a link or field of the page's head. */
const isElsewhere = (target: EventTarget | null) =>
  target instanceof Element && target.closest('dialog, [role=dialog], header, nav') !== null

/** Enter alone never sends, by accident in the middle of typing. */
export function withoutEnterAlone(event: FormKeyEvent): void {
  const { key, ctrlKey, metaKey, target, nativeEvent } = event
  if (key !== 'Enter' || nativeEvent.isComposing || ctrlKey || metaKey) return
  if (target instanceof HTMLInputElement) event.preventDefault()
}
