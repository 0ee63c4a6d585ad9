import type { ReviewVerdict } from '@dunghan/domain'
import { useEffect, useRef, useState } from 'react'

interface Acts {
  choose: (verdict: ReviewVerdict) => void
  /** To the next (1) or the one before (-1). */
  move: (step: 1 | -1) => void
  send: () => void
}

const KEPT = 'dunghan-review-keys'

/**
 * Working the queue without the mouse. Single letters count only outside of fields, and can be
 * turned off: they get in the way of speech input.
 */
export function useReviewKeys(acts: Acts) {
  const [on, setOn] = useState(wasOn)
  const latest = useRef(acts)
  latest.current = acts
  useEffect(() => {
    if (!on) return
    const onKey = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.altKey) return
      if (event.ctrlKey || event.metaKey) {
        if (event.key !== 'Enter') return
        event.preventDefault()
        return latest.current.send()
      }
      if (isTyping(event.target) || event.shiftKey) return
      const act = actOf(event.code, latest.current)
      if (!act) return
      event.preventDefault()
      act()
    }
    window.addEventListener('keydown', onKey)
    return () => window.removeEventListener('keydown', onKey)
  }, [on])
  return {
    on,
    turn: (next: boolean) => {
      setOn(next)
      keep(next)
    },
  }
}

/** By the key's place, so that a Vietnamese keyboard does not turn it into something else. */
function actOf(code: string, { choose, move }: Acts): (() => void) | null {
  switch (code) {
    case 'KeyD':
      return () => choose('satisfactory')
    case 'KeyK':
      return () => choose('unsatisfactory')
    case 'ArrowRight':
      return () => move(1)
    case 'ArrowLeft':
      return () => move(-1)
    default:
      return null
  }
}

function isTyping(target: EventTarget | null) {
  return (
    target instanceof Element &&
    target.closest('input, textarea, select, [role=menu], dialog') !== null
  )
}

function wasOn(): boolean {
  try {
    return localStorage.getItem(KEPT) !== 'off'
  } catch {
    // Storage may be forbidden; then they are on.
    return true
  }
}

function keep(on: boolean) {
  try {
    localStorage.setItem(KEPT, on ? 'on' : 'off')
  } catch {
    // See above.
  }
}
