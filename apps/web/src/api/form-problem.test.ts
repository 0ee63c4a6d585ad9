import { describe, expect, it, vi } from 'vitest'
import { fieldErrors, fieldOf, showInForm } from './form-problem.ts'
import { ApiProblem, problemOf } from './problem.ts'

const refused = (...pointers: string[]) =>
  new ApiProblem({
    name: 'due-date-required',
    status: 422,
    title: 'Thiếu thời hạn',
    errors: pointers.map((pointer) => ({ pointer, detail: `sai ở ${pointer}` })),
  })

const formWith = (...fields: string[]) => {
  const nodes = new Map(fields.map((field) => [field, { focus: vi.fn() }]))
  return {
    nodes,
    setErrors: vi.fn(),
    getInputNode: (path: string) => (nodes.get(path) ?? null) as HTMLElement | null,
  }
}

describe('a pointer as a field of a form', () => {
  it.each([
    ['/title', 'title'],
    ['/tasks/0/dueOn', 'tasks.0.dueOn'],
    ['#/tasks/12/unitIds/3', 'tasks.12.unitIds.3'],
    ['/a~1b/c~0d', 'a/b.c~d'],
    ['/v%C4%83n', 'văn'],
  ])('%s → %s', (pointer, field) => {
    expect(fieldOf(pointer)).toBe(field)
  })
})

describe('a refusal in a form', () => {
  it('stands at its fields; of several at one, the first', () => {
    const problem = refused('/number', '/tasks/0/dueOn', '/number')
    expect(fieldErrors(problem)).toEqual({
      number: 'sai ở /number',
      'tasks.0.dueOn': 'sai ở /tasks/0/dueOn',
    })
  })

  it('goes to the first field there is', () => {
    const form = formWith('tasks.0.dueOn', 'title')
    expect(showInForm(form, refused('/tasks/0/dueOn', '/title'))).toBe(true)
    expect(form.nodes.get('tasks.0.dueOn')?.focus).toHaveBeenCalledOnce()
    expect(form.nodes.get('title')?.focus).not.toHaveBeenCalled()
  })

  it('tells when a sentence has no field, so that it is shown beside the form', () => {
    expect(showInForm(formWith('title'), refused('/title', '/files'))).toBe(false)
    expect(showInForm(formWith('title'), refused())).toBe(false)
    expect(showInForm(formWith('title'), new TypeError('x'))).toBe(false)
  })
})

describe('a problem read from an answer', () => {
  const headers = { 'x-request-id': 'r-1', 'retry-after': '30' }

  it('keeps what the server said', () => {
    const body = {
      type: '/problems/too-many-attempts',
      title: 'Thử lại sau',
      detail: 'Quá nhiều lần',
      requestId: 'r-2',
      errors: [{ pointer: '/password', detail: 'sai' }, { nonsense: true }],
    }
    const problem = problemOf(new Response(null, { status: 429, headers }), body)
    expect(problem).toMatchObject({
      name: 'too-many-attempts',
      status: 429,
      requestId: 'r-2',
      retryAfter: 30,
      isPassing: true,
      errors: [{ pointer: '/password', detail: 'sai' }],
    })
  })

  it('makes do with an answer that is none', () => {
    const problem = problemOf(new Response('<html>', { status: 502, headers }), null)
    expect(problem).toMatchObject({ name: 'http-502', requestId: 'r-1', isPassing: true })
    expect(problem.title).not.toBe('')
  })
})
