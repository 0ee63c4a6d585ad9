/*
 * Units end, merge and are renamed; each names the unit that succeeds it. Work still open moves to
 * the successor, what was done stays under the old name, and figures can be read either way.
 */

/** Figures by the units the work was given to, or by those that stand in their place now. */
export const unitViews = ['as_assigned', 'by_successor'] as const

export type UnitView = (typeof unitViews)[number]

/** The unit at the end of each unit's line of successors; itself where there is none. */
export function finalSuccessors(
  units: Iterable<{ id: string; successorId: string | null }>,
): Map<string, string> {
  const next = new Map([...units].map(({ id, successorId }) => [id, successorId]))
  const last = (id: string): string => {
    const passed = new Set([id])
    for (let at = id; ; ) {
      const successor = next.get(at)
      // A line that bites its own tail, which no act can make, ends where it began to repeat.
      if (!successor || !next.has(successor) || passed.has(successor)) return at
      passed.add(successor)
      at = successor
    }
  }
  return new Map([...next.keys()].map((id) => [id, last(id)]))
}
