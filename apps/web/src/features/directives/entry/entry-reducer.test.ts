import { describe, expect, it } from 'vitest'
import { emptyDraft } from './entry-draft.ts'
import { type EntryAct, type EntryState, entryReducer } from './entry-reducer.ts'

const start = (): EntryState => ({ draft: emptyDraft('2026-11-23'), errors: {}, touched: false })
const after = (state: EntryState, ...acts: EntryAct[]) => acts.reduce(entryReducer, state)
const firstKey = (state: EntryState) => state.draft.tasks[0]?.key ?? ''

describe('the draft of a directive', () => {
  it('duplicates a task below itself, with a key of its own', () => {
    const state = start()
    const key = firstKey(state)
    const { tasks } = after(
      state,
      { type: 'task', key, patch: { content: 'Rà soát', unitIds: ['a'] } },
      { type: 'duplicate-task', key },
    ).draft
    expect(tasks.map(({ content }) => content)).toEqual(['Rà soát', 'Rà soát'])
    expect(new Set(tasks.map((task) => task.key)).size).toBe(2)
  })

  it('takes over the units of the task above, not its content or date', () => {
    const state = start()
    const patch = { content: 'Rà soát', unitIds: ['a', 'b'], supportUnitIds: ['c'] }
    const two = after(state, { type: 'task', key: firstKey(state), patch }, { type: 'add-task' })
    const { tasks } = after(two, {
      type: 'units-as-above',
      key: two.draft.tasks[1]?.key ?? '',
    }).draft
    expect(tasks[1]).toMatchObject({
      content: '',
      dueOn: null,
      unitIds: ['a', 'b'],
      supportUnitIds: ['c'],
    })
  })

  it('drops the sentence of a field that is being mended, and keeps the others', () => {
    const state = {
      ...start(),
      errors: { title: 'x', 'tasks.0.dueOn': 'y', 'tasks.0.content': 'z' },
    }
    const key = firstKey(state)
    const { errors } = after(state, { type: 'task', key, patch: { dueOn: '2026-12-05' } })
    expect(errors).toEqual({ title: 'x', 'tasks.0.content': 'z' })
  })

  it('drops the sentences of all rows when rows move', () => {
    const state = { ...start(), errors: { title: 'x', 'tasks.0.dueOn': 'y' } }
    expect(after(state, { type: 'add-task' }).errors).toEqual({ title: 'x' })
  })
})
