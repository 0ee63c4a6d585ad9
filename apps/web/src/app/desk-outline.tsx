import { paths } from '../lib/paths.ts'
import { DetailSkeleton } from '../ui/skeletons.tsx'
import { Brand } from './brand.tsx'
import classes from './desk-layout.module.css'
import shared from './layout.module.css'

/** The frame of the desk while it is not known who sits at it. */
export function DeskOutline() {
  return (
    <div className={classes.desk}>
      <header className={`${shared.top} ${classes.top}`}>
        <div className={classes.bar}>
          <Brand href={paths.home()} />
        </div>
      </header>
      <div className={classes.side} />
      <main id="main" tabIndex={-1} className={classes.main}>
        <DetailSkeleton />
      </main>
    </div>
  )
}
