import { describe, expect, it } from 'vitest'
import type { Schema } from '../../../api/types.ts'
import type { DocumentDraft } from '../document-draft.ts'
import { changedFields, changesBody, filesMoved, rebased, rebasedRoles } from './edit-draft.ts'

const before: DocumentDraft = {
  kind: 'conclusion_notice',
  number: '215',
  symbol: 'TB-VPUBND',
  title: 'Kết luận cuộc họp',
  abstract: '',
  issuedOn: '2026-11-20',
  issuedTime: '',
  directedById: 'a',
  signedBy: 'Đặng Hữu Đức',
  draftedById: 'b',
  visibility: 'public',
}

describe('the changes of an edit', () => {
  it('are what differs once it is written as it is sent', () => {
    expect(changedFields(before, { ...before, title: ' Kết luận cuộc họp ' })).toEqual([])
    expect(changedFields(before, { ...before, issuedTime: '15h20' })).toEqual(['issuedTime'])
  })

  it('are all that is sent', () => {
    const after = { ...before, number: '', issuedTime: '1520' }
    expect(changesBody(before, after)).toEqual({ number: null, issuedTime: '15:20' })
  })

  it('are kept on top of what somebody else changed meanwhile', () => {
    const typed = { ...before, title: 'Kết luận của Chủ tịch' }
    const present = { ...before, signedBy: 'Phạm Thanh Bình', title: 'Kết luận khác' }
    expect(rebased(before, typed, present)).toEqual({
      ...before,
      title: 'Kết luận của Chủ tịch',
      signedBy: 'Phạm Thanh Bình',
    })
  })
})

describe('the files of an edit', () => {
  const file = (id: string, role: 'signed_document' | 'supporting') =>
    ({ id, role }) as Schema<'AttachedFile'>
  const before = [file('order', 'signed_document'), file('annex', 'supporting')]
  const present = [file('order', 'supporting'), file('scan', 'signed_document')]

  it('follow what somebody else added and took away meanwhile', () => {
    expect(filesMoved(before, present)).toEqual({ come: [present[1]], gone: ['annex'] })
    expect(filesMoved(before, before)).toEqual({ come: [], gone: [] })
  })

  it('keep the roles chosen here, and no others, against those there are now', () => {
    const untouched = { order: 'signed_document', annex: 'supporting' } as const
    expect(rebasedRoles(before, untouched, present)).toEqual({
      order: 'supporting',
      scan: 'signed_document',
    })
    expect(rebasedRoles(before, { ...untouched, mine: 'supporting' }, present)).toMatchObject({
      mine: 'supporting',
    })
  })
})
