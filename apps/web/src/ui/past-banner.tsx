import { IconHistory } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { asOfWords } from '../lib/as-of.ts'
import { m } from '../paraglide/messages.js'
import { ButtonLink } from './button.tsx'
import classes from './past-banner.module.css'

interface Props {
  asOf: string
  /** The same page, now. */
  hrefNow: string
  children?: ReactNode
}

/** Says that one looks at the past, and leads back to now. */
export function PastBanner({ asOf, hrefNow, children }: Props) {
  return (
    <div className={classes.banner} role="status">
      <IconHistory size={20} aria-hidden />
      <div className={classes.words}>
        <strong>{m.ui_as_of_banner({ at: asOfWords(asOf) })}</strong> {children}
      </div>
      <ButtonLink small href={hrefNow} className={classes.back}>
        {m.ui_as_of_back()}
      </ButtonLink>
    </div>
  )
}
