import { foldText } from '@dunghan/domain'
import { useEffect, useRef, useState } from 'react'
import { m } from '../paraglide/messages.js'
import type { ChoicesProps } from './choice-filter.tsx'
import classes from './filter-bar.module.css'
import type { Choice } from './filter-bar.tsx'

/** A long list, narrowed while typing without regard to case and marks; what is chosen stays. */
export function LongChoices({ options, chosen, choose }: ChoicesProps) {
  const search = useRef<HTMLInputElement>(null)
  useEffect(() => search.current?.focus(), [])
  const [query, setQuery] = useState('')
  const words = foldText(query).split(' ').filter(Boolean)
  const fits = ({ label: text }: Choice) => words.every((word) => foldText(text).includes(word))
  const found = options.filter((one) => chosen.includes(one.value) || fits(one))
  return (
    <>
      <input
        ref={search}
        type="search"
        className={classes.find}
        value={query}
        placeholder={m.ui_find_in_list()}
        aria-label={m.ui_find_in_list()}
        onChange={(event) => setQuery(event.target.value)}
      />
      {found.length === 0 && <p role="status">{m.ui_nothing_found()}</p>}
      {found.map(choose)}
    </>
  )
}
