import { describe, expect, it } from 'vitest'
import type { DocumentDraft } from '../document-draft.ts'
import { changedFields, changesBody, rebased } from './edit-draft.ts'

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
