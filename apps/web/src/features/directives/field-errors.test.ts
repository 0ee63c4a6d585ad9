import { describe, expect, it } from 'vitest'
import { ApiProblem } from '../../api/problem.ts'
import { fieldErrorsWithout, placeErrors } from './field-errors.ts'

const problem = (...pointers: string[]) =>
  new ApiProblem({
    name: 'invalid-request',
    status: 400,
    title: 'Yêu cầu không hợp lệ',
    errors: pointers.map((pointer) => ({ pointer, detail: pointer })),
  })

describe('placeErrors', () => {
  const has = (field: string) => ['number', 'tasks.0.unitIds'].includes(field)

  it('says each thing at its field, or at the nearest field around it', () => {
    const { errors, rest } = placeErrors(problem('/number', '/tasks/0/unitIds/3'), has)
    expect(errors).toEqual({ number: '/number', 'tasks.0.unitIds': '/tasks/0/unitIds/3' })
    expect(rest).toBe(false)
  })

  it('tells when something has no place in the form', () => {
    expect(placeErrors(problem('/draftedById'), has)).toEqual({ errors: {}, rest: true })
    expect(placeErrors(problem(), has).rest).toBe(true)
  })
})

describe('fieldErrorsWithout', () => {
  it('takes away what is said at a field and within it, not at its namesakes', () => {
    const errors = { tasks: 'a', 'tasks.1.dueOn': 'b', tasksDone: 'c' }
    expect(fieldErrorsWithout(errors, ['tasks'])).toEqual({ tasksDone: 'c' })
  })

  it('is the same record when nothing goes', () => {
    const errors = { number: 'a' }
    expect(fieldErrorsWithout(errors, ['title'])).toBe(errors)
  })
})
