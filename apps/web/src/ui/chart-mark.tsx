import type { CSSProperties, ReactNode } from 'react'
import type { Mark, useMarks } from './use-marks.ts'

interface Props {
  mark: Mark
  marks: ReturnType<typeof useMarks>
  className?: string
  style?: CSSProperties
  children?: ReactNode
}

/** A part of a chart that opens its list; where there is none, the part alone. */
export function ChartMark({ mark, marks, className, style, children }: Props) {
  const { href, says } = mark
  if (href) {
    return (
      <a href={href} aria-label={says} className={className} style={style} {...marks.of(mark)}>
        {children}
      </a>
    )
  }
  return (
    <span className={className} style={style} onPointerEnter={marks.of(mark).onPointerEnter}>
      {children ?? <span className="visually-hidden">{says}. </span>}
    </span>
  )
}
