import { m } from '../paraglide/messages.js'
import classes from './layout.module.css'

/** The mark and name of the product, leading home. */
export function Brand({ href, line }: { href: string; line?: string }) {
  return (
    <a href={href} className={classes.brand}>
      <img src="/favicon.svg" width="34" height="34" alt="" />
      <span className={classes.brandName}>
        {m.shell_product()}
        {line && <span className={classes.brandLine}>{line}</span>}
      </span>
    </a>
  )
}
