import type { CSSProperties } from 'react'
import { m } from '../paraglide/messages.js'
import classes from './states.module.css'

function Bone({ width = '100%', height = '1rem' }: CSSProperties) {
  return <div className={classes.skeleton} style={{ width, height }} />
}

function Loading({ children }: { children: React.ReactNode }) {
  return (
    <div aria-busy="true">
      <span className="visually-hidden" role="status">
        {m.ui_loading()}
      </span>
      {children}
    </div>
  )
}

/** In place of a page with a list. */
export function ListSkeleton({ rows = 8 }: { rows?: number }) {
  return (
    <Loading>
      <div className={classes.lines}>
        <Bone width="16rem" height="1.75rem" />
        <Bone height="2.5rem" />
        <div className={classes.rows}>
          {Array.from({ length: rows }, (_, row) => `bones ${row}`).map((row) => (
            <div key={row} className={classes.row}>
              <Bone />
              <Bone />
              <Bone width="80%" />
              <Bone width="70%" />
              <Bone width="60%" />
            </div>
          ))}
        </div>
      </div>
    </Loading>
  )
}

/** In place of a page about one thing. */
export function DetailSkeleton() {
  return (
    <Loading>
      <div className={classes.lines}>
        <Bone width="10rem" />
        <Bone width="70%" height="1.75rem" />
        <Bone width="40%" />
        <Bone height="9rem" />
        <Bone height="14rem" />
      </div>
    </Loading>
  )
}

/** In place of a chart. */
export function ChartSkeleton() {
  return (
    <Loading>
      <Bone height="14rem" />
    </Loading>
  )
}

/** In place of a page of figures. */
export function FiguresSkeleton() {
  return (
    <Loading>
      <div className={classes.lines}>
        <Bone width="16rem" height="1.75rem" />
        <div className={classes.figures}>
          {['a', 'b', 'c', 'd'].map((key) => (
            <Bone key={key} height="5.5rem" />
          ))}
        </div>
        <Bone height="16rem" />
      </div>
    </Loading>
  )
}
