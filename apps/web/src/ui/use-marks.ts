import { type KeyboardEvent, useState } from 'react'

/** One part of a chart: a figure, and the list behind it. */
export interface Mark {
  id: string
  href: string | null
  /** The figure in words: `Tháng 11/2026, Quá hạn: 12`. */
  says: string
}

const steps: Record<string, { along: 'groups' | 'within'; by: 1 | -1 }> = {
  ArrowUp: { along: 'groups', by: -1 },
  ArrowDown: { along: 'groups', by: 1 },
  ArrowLeft: { along: 'within', by: -1 },
  ArrowRight: { along: 'within', by: 1 },
}
const upright: typeof steps = {
  ArrowUp: { along: 'within', by: 1 },
  ArrowDown: { along: 'within', by: -1 },
  ArrowLeft: { along: 'groups', by: -1 },
  ArrowRight: { along: 'groups', by: 1 },
}

/**
 * One stop for the Tab key however many parts a chart has; the arrows go from part to part, and
 * what is pointed at or has the focus is told in words.
 * @param groups the marks bar by bar
 * @param bars whether the bars lie or stand
 */
export function useMarks(groups: readonly (readonly Mark[])[], bars: 'lying' | 'standing') {
  const [seen, setSeen] = useState<Mark | null>(null)
  const [last, setLast] = useState<string>()
  const linked = groups.map((marks) => marks.filter(({ href }) => href)).filter((g) => g.length > 0)
  const all = linked.flat()
  const stop = all.find(({ id }) => id === last) ?? all[0]

  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    const step = (bars === 'lying' ? steps : upright)[event.key]
    const next = step && neighbour(linked, seen?.id, step)
    if (!next) return
    event.preventDefault()
    const selector = `[data-mark="${CSS.escape(next.id)}"]`
    event.currentTarget.querySelector<HTMLElement>(selector)?.focus()
  }
  return {
    seen,
    frame: { onKeyDown, onPointerLeave: () => setSeen(null) },
    of: (mark: Mark) => ({
      'data-mark': mark.id,
      tabIndex: mark.id === stop?.id ? 0 : -1,
      onPointerEnter: () => setSeen(mark),
      onBlur: () => setSeen(null),
      onFocus: () => {
        setSeen(mark)
        setLast(mark.id)
      },
    }),
  }
}

function neighbour(
  groups: readonly (readonly Mark[])[],
  from: string | undefined,
  { along, by }: { along: 'groups' | 'within'; by: 1 | -1 },
): Mark | undefined {
  const row = groups.findIndex((marks) => marks.some(({ id }) => id === from))
  const marks = groups[row] ?? []
  const place = marks.findIndex(({ id }) => id === from)
  if (along === 'within') return marks[place + by]
  const beside = groups[row + by]
  return beside?.[Math.min(place, beside.length - 1)]
}
