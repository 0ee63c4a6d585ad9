import { describe, expect, it } from 'vitest'
import { nameIn, rowCounter } from './download.ts'

const bytes = (text: string) => new TextEncoder().encode(text)

describe('the rows of a CSV that comes in pieces', () => {
  const csv = bytes('\uFEFFSố,Nội dung\r\n1,"hai\ndòng"\r\n2,\r\n3,x\r\n')

  it.each([1, 2, 3, 7, 1000])('are counted in pieces of %i bytes', (size) => {
    const rowsIn = rowCounter()
    let rows = 0
    for (let at = 0; at < csv.length; at += size) rows = rowsIn(csv.subarray(at, at + size))
    expect(rows).toBe(3)
  })

  it('are none before the titles have come', () => {
    expect(rowCounter()(bytes('Số,Nội'))).toBe(0)
  })
})

describe('the name of what was sent', () => {
  it('is the full one', () => {
    const header = `attachment; filename="Nhiem vu.xlsx"; filename*=UTF-8''Nhi%E1%BB%87m%20v%E1%BB%A5.xlsx`
    expect(nameIn(header)).toBe('Nhiệm vụ.xlsx')
  })

  it('is the plain one where the full one is missing or cannot be read', () => {
    expect(nameIn('attachment; filename="a.csv"')).toBe('a.csv')
    expect(nameIn(`attachment; filename="a.csv"; filename*=UTF-8''%E1%BB`)).toBe('a.csv')
  })

  it('is never empty', () => {
    expect(nameIn(null)).toBe('dung-han')
  })
})
