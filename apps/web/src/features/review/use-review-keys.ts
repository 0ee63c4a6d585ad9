import type { ReviewVerdict } from '@dunghan/domain'
import { useEffect, useRef, useState } from 'react'

interface Acts {
  choose: (verdict: ReviewVerdict) => void
  /** To the next (1) or the one before (-1). */
  move: (step: 1 | -1) => void
  /** To the comment, with nothing chosen. */
  write: () => void
  /** Out of the comment, to where the letters count again. */
  leave: () => void
  send: () => void
  /** Shows which keys there are. */
  help: () => void
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
      if (event.key === 'Escape' && isTyping(event.target)) return latest.current.leave()
      if (isTyping(event.target)) return
      const act = event.key === '?' ? latest.current.help : actOf(event, latest.current)
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
function actOf(event: KeyboardEvent, { choose, move, write }: Acts): (() => void) | null {
  if (event.shiftKey) return null
  switch (event.code) {
    case 'KeyD':
      return () => choose('satisfactory')
    case 'KeyK':
      return () => choose('unsatisfactory')
    case 'KeyN':
      return write
    case 'ArrowRight':
      return inChoice(event) ? null : () => move(1)
    case 'ArrowLeft':
      return inChoice(event) ? null : () => move(-1)
    default:
      return null
  }
}

const choices = 'input[type=radio], input[type=checkbox]'
const fields = `input:not([type=radio], [type=checkbox]), textarea, select`

/** Where letters are typed, or where something else lies above the page. */
function isTyping(target: EventTarget | null) {
  return (
    target instanceof Element &&
    target.closest(`${fields}, [role=menu], [role=dialog], dialog`) !== null
  )
}

/** Among the verdicts the arrows go from one to the other. */
const inChoice = ({ target }: KeyboardEvent) => target instanceof Element && target.matches(choices)

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
