import { describe, expect, it } from 'vitest'
import { rolesOf } from './file-roles.ts'

const pdf = (id: string) => ({ id, mediaType: 'application/pdf' })
const image = (id: string) => ({ id, mediaType: 'image/png' })
const rolesIn = (...args: Parameters<typeof rolesOf>) => Object.fromEntries(rolesOf(...args))

describe('rolesOf', () => {
  it('takes the first PDF for the signed document', () => {
    expect(rolesIn([image('a'), pdf('b'), pdf('c')], {})).toEqual({
      a: 'supporting',
      b: 'signed_document',
      c: 'supporting',
    })
  })

  it('leaves it to the person once one was chosen', () => {
    expect(rolesIn([pdf('a'), pdf('b')], { b: 'signed_document' })).toEqual({
      a: 'supporting',
      b: 'signed_document',
    })
    expect(rolesIn([pdf('a'), pdf('b')], { a: 'supporting' })).toEqual({
      a: 'supporting',
      b: 'signed_document',
    })
  })
})
