import { formatShare } from '../lib/format.ts'
import classes from './share-bar.module.css'

/** A share of the whole, as a bar and in figures. */
export function ShareBar({ share }: { share: number | null }) {
  return (
    <span className={classes.share}>
      <span className={classes.track} aria-hidden>
        {share !== null && <span className={classes.bar} style={{ width: `${share * 100}%` }} />}
      </span>
      <span className={classes.figure}>{formatShare(share)}</span>
    </span>
  )
}
