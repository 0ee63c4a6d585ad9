import type { PickableUnit } from '../../../../lib/unit-search.ts'
import { emptyTask, type TaskDraft, type Unread } from '../entry-draft.ts'
import { readDay, readUnits, type UnitGroup } from './pasted-cells.ts'
import { type Column, columnsOf } from './pasted-columns.ts'
import { isTable, readLines, readTable } from './read-table.ts'

export interface Pasted {
  tasks: TaskDraft[]
  /** The names of columns that have no field here, so that they can be said. */
  passedOver: string[]
}

interface Office {
  units: readonly PickableUnit[]
  groups: readonly UnitGroup[]
}

/** The tasks in a pasted text: the rows of a table, or the lines of a list. */
export async function pastedTasks(text: string, office: Office): Promise<Pasted> {
  return isTable(text) ? tasksOfTable(await readTable(text), office) : tasksOfLines(text)
}

export const tasksOfLines = (text: string): Pasted => ({
  tasks: readLines(text).map((content) => ({ ...emptyTask(), content })),
  passedOver: [],
})

/** @param rows cells as {@link readTable} gives them */
export function tasksOfTable(rows: readonly (readonly string[])[], office: Office): Pasted {
  const { kinds, headed, unknown } = columnsOf(rows)
  const tasks: TaskDraft[] = []
  for (const row of headed ? rows.slice(1) : rows) {
    const cells: Record<Column, string> = {
      content: '',
      dueOn: '',
      unitIds: '',
      supportUnitIds: '',
      order: '',
    }
    for (const [at, cell] of row.entries()) {
      const kind = kinds[at]
      if (kind) cells[kind] = cell
    }
    tasks.push(taskOf(cells, office, tasks.at(-1)))
  }
  return { tasks, passedOver: unknown }
}

/** “Like above”, as people write it in tables. */
const SAME = /^(?:["”'〃]+|nt|n\/t|như trên|nhu tren)\.?$/i

function taskOf(
  cells: Record<Column, string>,
  { units, groups }: Office,
  above: TaskDraft | undefined,
): TaskDraft {
  const unread: Unread = {}
  const day = above && SAME.test(cells.dueOn) ? above.dueOn : readDay(cells.dueOn)
  if (cells.dueOn && day === null) unread.dueOn = cells.dueOn
  const idsOf = (field: 'unitIds' | 'supportUnitIds') => {
    if (above && SAME.test(cells[field])) return above[field]
    const found = readUnits(cells[field], units, groups)
    if (found.unread.length > 0) unread[field] = found.unread.join('; ')
    return found.ids
  }
  return {
    ...emptyTask(),
    content: cells.content,
    dueOn: day,
    unitIds: idsOf('unitIds'),
    supportUnitIds: idsOf('supportUnitIds'),
    ...(Object.keys(unread).length > 0 ? { unread } : {}),
  }
}
