import { IconSearch } from '@tabler/icons-react'
import { useEffect, useRef, useState } from 'react'
import classes from './filter-bar.module.css'
import searchClasses from './search-form.module.css'

interface Props {
  label: string
  value: string
  onChange: (value: string) => void
}

const PAUSE_MS = 350

/** Words to search for within a list; looked up after a short pause in typing. */
export function SearchFilter({ label, value, onChange }: Props) {
  const [text, setText] = useState(value)
  const sent = useRef(value)
  const change = useRef(onChange)
  change.current = onChange

  // The address may change by itself: Back, or all filters cleared.
  useEffect(() => {
    if (value === sent.current) return
    sent.current = value
    setText(value)
  }, [value])

  useEffect(() => {
    if (text.trim() === sent.current) return
    const timer = setTimeout(() => {
      sent.current = text.trim()
      change.current(sent.current)
    }, PAUSE_MS)
    return () => clearTimeout(timer)
  }, [text])

  return (
    <div className={`${searchClasses.form} ${classes.search}`}>
      <IconSearch size={18} aria-hidden className={searchClasses.icon} />
      <input
        type="search"
        maxLength={200}
        value={text}
        placeholder={label}
        aria-label={label}
        className={searchClasses.input}
        onChange={(event) => setText(event.target.value)}
      />
    </div>
  )
}
