import { type ClipboardEvent, type Dispatch, useState } from 'react'
import type { PickableUnit } from '../../../../lib/unit-search.ts'
import type { TaskDraft } from '../entry-draft.ts'
import type { EntryAct } from '../entry-reducer.ts'
import { type Pasted, pastedTasks, tasksOfLines } from './pasted-tasks.ts'
import { isTable, readLines } from './read-table.ts'
import { unitGroups } from './unit-groups.ts'

/** Lines that were pasted into the content of a row, which may have been meant as several tasks. */
interface Lines {
  key: string
  text: string
  count: number
}

interface Options {
  units: readonly PickableUnit[]
  tasks: readonly TaskDraft[]
  most: number
  dispatch: Dispatch<EntryAct>
}

/** How a table or a list becomes rows of the form: at its content, or by way of the dialog. */
export function usePaste({ units, tasks, most, dispatch }: Options) {
  /** What the dialog begins with; null while it is closed. */
  const [asked, setAsked] = useState<string | null>(null)
  const [lines, setLines] = useState<Lines | null>(null)
  const [passedOver, setPassedOver] = useState<readonly string[]>([])

  const read = (text: string): Promise<Pasted> =>
    pastedTasks(text, { units, groups: unitGroups(units) })
  const room = most - tasks.length
  const take = (key: string, pasted: Pasted, split = false) => {
    setPassedOver(pasted.passedOver)
    setLines(null)
    dispatch({ type: 'paste', key, tasks: pasted.tasks, split })
  }
  const takeTable = async (text: string, key: string) => {
    const pasted = await read(text)
    // More than there is room for: to be looked at before anything is lost.
    if (pasted.tasks.length > room) setAsked(text)
    else if (pasted.tasks.length > 0) take(key, pasted)
  }

  return {
    asked,
    ask: setAsked,
    lines,
    passedOver,
    room,
    read,
    onPaste: (event: ClipboardEvent, task: TaskDraft) => {
      const text = event.clipboardData.getData('text/plain')
      if (isTable(text)) {
        event.preventDefault()
        void takeTable(text, task.key)
      } else if (!task.content.trim()) {
        const count = readLines(text).length
        setLines(count > 1 && count <= room + 1 ? { key: task.key, text, count } : null)
      }
    },
    /** Each line a task; the first stays in its row, with what else that says. */
    split: () => {
      const row = tasks.find(({ key }) => key === lines?.key)
      if (!lines || !row) return setLines(null)
      const { tasks: several, passedOver: none } = tasksOfLines(lines.text)
      const [first, ...others] = several
      const { key, content } = first ?? row
      take(row.key, { tasks: [{ ...row, key, content }, ...others], passedOver: none }, true)
    },
    keep: () => setLines(null),
    /** From the dialog: below what there is, or in the place of a last row that says nothing. */
    add: (pasted: Pasted) => {
      const last = tasks.at(-1)
      if (last) take(last.key, pasted)
      setAsked(null)
    },
  }
}
