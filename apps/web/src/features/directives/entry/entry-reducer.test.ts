import { describe, expect, it } from 'vitest'
import { emptyDraft, emptyTask } from './entry-draft.ts'
import { type EntryAct, type EntryState, entryReducer } from './entry-reducer.ts'

const start = (): EntryState => ({
  draft: emptyDraft('2026-11-23'),
  errors: {},
  pasted: null,
  touched: false,
})
const after = (state: EntryState, ...acts: EntryAct[]) => acts.reduce(entryReducer, state)
const contents = (state: EntryState) => state.draft.tasks.map(({ content }) => content)
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
      type: 'as-above',
      what: 'units',
      key: two.draft.tasks[1]?.key ?? '',
    }).draft
    expect(tasks[1]).toMatchObject({
      content: '',
      dueOn: null,
      unitIds: ['a', 'b'],
      supportUnitIds: ['c'],
    })
  })

  it('takes over the due date of the task above, and nothing else', () => {
    const patch = { content: 'Rà soát', unitIds: ['a'], dueOn: '2026-12-05' }
    const state = start()
    const two = after(state, { type: 'task', key: firstKey(state), patch }, { type: 'add-task' })
    const key = two.draft.tasks[1]?.key ?? ''
    const { tasks } = after(two, { type: 'as-above', what: 'dueOn', key }).draft
    expect(tasks[1]).toMatchObject({ content: '', dueOn: '2026-12-05', unitIds: [] })
  })

  it('puts a new task below the one it was asked for at', () => {
    const state = start()
    const key = firstKey(state)
    const two = after(state, { type: 'add-task' }, { type: 'add-task', after: key })
    expect(two.draft.tasks[0]?.key).toBe(key)
    expect(two.draft.tasks).toHaveLength(3)
  })

  it('takes pasted rows in the place of an empty one, and gives it back when that is undone', () => {
    const state = start()
    const key = firstKey(state)
    const tasks = ['Một', 'Hai'].map((content) => ({ ...emptyTask(), content }))
    const pasted = after(state, { type: 'paste', key, tasks })
    expect(contents(pasted)).toEqual(['Một', 'Hai'])
    const undone = after(pasted, { type: 'undo-paste' })
    expect(undone.draft).toEqual(state.draft)
    expect(undone.pasted).toBeNull()
  })

  it('takes pasted rows below one that says something, which undoing leaves alone', () => {
    const begun = start()
    const key = firstKey(begun)
    const state = after(begun, { type: 'task', key, patch: { content: 'Rà soát' } })
    const tasks = [{ ...emptyTask(), content: 'Một' }]
    const pasted = after(state, { type: 'paste', key, tasks })
    expect(contents(pasted)).toEqual(['Rà soát', 'Một'])
    const typed = after(pasted, { type: 'task', key, patch: { content: 'Rà soát lại' } })
    expect(contents(after(typed, { type: 'undo-paste' }))).toEqual(['Rà soát lại'])
  })

  it('forgets what was not understood of a field once the field is settled', () => {
    const state = start()
    const key = firstKey(state)
    const unread = { dueOn: 'trong tháng 12', unitIds: 'Sở Vũ trụ' }
    const pasted = after(state, { type: 'paste', key, tasks: [{ ...emptyTask(), unread }] })
    const { tasks } = after(pasted, {
      type: 'task',
      key: firstKey(pasted),
      patch: { dueOn: '2026-12-05' },
    }).draft
    expect(tasks[0]?.unread).toEqual({ unitIds: 'Sở Vũ trụ' })
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

  it('drops what was said of the files once these are others, which is no typing', () => {
    const state = { ...start(), errors: { title: 'x', files: 'y' } }
    expect(after(state, { type: 'files' })).toMatchObject({
      errors: { title: 'x' },
      touched: false,
    })
  })
})
