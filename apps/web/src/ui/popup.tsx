import { IconChevronDown } from '@tabler/icons-react'
import { type ReactNode, type RefObject, useId, useRef, useState } from 'react'
import classes from './popup.module.css'

interface Props {
  /** On the button; with what is chosen, so that it can be seen while closed. */
  label: ReactNode
  /** Something is chosen here. */
  active?: boolean
  /** What is chosen here cannot be. */
  wrong?: boolean
  title: string
  children: ReactNode
}

/**
 * A button and the small sheet it opens. The browser's own popover: it closes on Escape and on a
 * press outside, gives the focus back, and lies above everything.
 */
export function Popup({ label, active = false, wrong = false, title, children }: Props) {
  const id = useId()
  const trigger = useRef<HTMLButtonElement>(null)
  const [open, setOpen] = useState(false)
  return (
    <>
      <button
        ref={trigger}
        type="button"
        popoverTarget={id}
        aria-expanded={open}
        className={`${classes.trigger} ${wrong ? classes.wrong : active ? classes.active : ''}`}
      >
        {label}
        <IconChevronDown size={15} aria-hidden />
      </button>
      <div
        id={id}
        popover="auto"
        role="dialog"
        aria-label={title}
        className={classes.popup}
        onBeforeToggle={(event) => {
          if (event.newState !== 'open') return
          place(event.currentTarget, trigger.current)
          setOpen(true)
        }}
        onToggle={(event) => {
          // Only now: what is inside has the focus, which the browser gives back as it closes.
          if (event.newState === 'closed') setOpen(false)
          else event.currentTarget.querySelector<HTMLElement>('input, button, a')?.focus()
        }}
        ref={(popup) => keepInSight(popup, trigger)}
      >
        {open && children}
      </div>
    </>
  )
}

const GAP = 4
const EDGE = 8

/** Under the button, before it is shown. */
function place(popup: HTMLElement, trigger: HTMLElement | null) {
  const at = trigger?.getBoundingClientRect()
  if (!at) return
  popup.style.top = `${at.bottom + GAP}px`
  popup.style.left = `${at.left}px`
}

/** Within the window, whenever its size changes. */
function keepInSight(popup: HTMLElement | null, trigger: RefObject<HTMLElement | null>) {
  if (!popup) return
  const observer = new ResizeObserver(() => settle(popup, trigger.current))
  observer.observe(popup)
  return () => observer.disconnect()
}

function settle(popup: HTMLElement, trigger: HTMLElement | null) {
  const at = trigger?.getBoundingClientRect()
  const { width, height } = popup.getBoundingClientRect()
  if (!at || height === 0) return
  const below = at.bottom + GAP
  const fits = below + height <= innerHeight - EDGE
  popup.style.top = `${fits ? below : Math.max(EDGE, at.top - GAP - height)}px`
  // Beside the scrollbar, or the room that is kept for it.
  const { right } = document.body.getBoundingClientRect()
  popup.style.left = `${Math.max(EDGE, Math.min(at.left, right - EDGE - width))}px`
}
