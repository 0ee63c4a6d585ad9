import { describe, expect, it, test } from 'vitest'
import type { PickableUnit } from '../../../../lib/unit-search.ts'
import { readDay, readUnits } from './pasted-cells.ts'
import { pastedTasks } from './pasted-tasks.ts'
import { isTable, readLines } from './read-table.ts'

const unit = (code: string, name: string, type: PickableUnit['type'], shortName = name) => ({
  id: code,
  code,
  name,
  shortName,
  type,
})
const units: PickableUnit[] = [
  unit('so-xay-dung', 'Sở Xây dựng', 'department'),
  unit('so-y-te', 'Sở Y tế', 'department'),
  unit('so-vhttdl', 'Sở Văn hóa, Thể thao và Du lịch', 'department', 'Sở VHTTDL'),
  unit('bql-xay-dung', 'Ban Quản lý dự án xây dựng', 'agency'),
  unit('xa-tan-hong', 'Ủy ban nhân dân xã Tân Hồng', 'commune', 'Xã Tân Hồng'),
  {
    ...unit('phuong-cao-lanh', 'Ủy ban nhân dân phường Cao Lãnh', 'ward', 'Phường Cao Lãnh'),
    formerNames: ['Ủy ban nhân dân thành phố Cao Lãnh'],
  },
]
const groups = [
  { names: ['Tất cả xã, phường', 'các xã, phường'], ids: ['xa-tan-hong', 'phuong-cao-lanh'] },
]
const office = { units, groups }

describe('a day in a cell', () => {
  test.each([
    ['05/12/2026', '2026-12-05'],
    ['5/12/2026', '2026-12-05'],
    ['5-12-2026', '2026-12-05'],
    ['05.12.2026', '2026-12-05'],
    ['05/12/26', '2026-12-05'],
    ['2026-12-05', '2026-12-05'],
    ['2026-12-05 00:00:00', '2026-12-05'],
    ['ngày 05/12/2026', '2026-12-05'],
    ['46361', '2026-12-05'],
    ['12/25/2026', null],
    ['31/02/2027', null],
    ['trước ngày 05/12/2026', null],
    ['trong tháng 12', null],
    ['2026', null],
    ['12345', null],
    ['', null],
  ])('%s', (cell, day) => {
    expect(readDay(cell)).toBe(day)
  })
})

describe('units in a cell', () => {
  test.each([
    ['Sở Xây dựng', ['so-xay-dung'], []],
    ['so xay dung; SỞ Y TẾ', ['so-xay-dung', 'so-y-te'], []],
    ['so-y-te, Sở Xây dựng', ['so-y-te', 'so-xay-dung'], []],
    ['Sở Y tế\nSở Xây dựng', ['so-y-te', 'so-xay-dung'], []],
    ['- Sở Y tế\n- Sở Xây dựng.', ['so-y-te', 'so-xay-dung'], []],
    ['Sở Văn hóa, Thể thao và Du lịch, Sở Y tế', ['so-vhttdl', 'so-y-te'], []],
    ['Sở VHTTDL', ['so-vhttdl'], []],
    ['UBND xã Tân Hồng', ['xa-tan-hong'], []],
    ['UBND thành phố Cao Lãnh', ['phuong-cao-lanh'], []],
    ['tất cả xã, phường', ['xa-tan-hong', 'phuong-cao-lanh'], []],
    ['Sở Y tế; tat ca xa, phuong', ['so-y-te', 'xa-tan-hong', 'phuong-cao-lanh'], []],
    ['Y tế', ['so-y-te'], []],
    ['xây dựng', [], ['xây dựng']],
    ['Sở Y tế; Sở Vũ trụ', ['so-y-te'], ['Sở Vũ trụ']],
    ['Sở Y tế; ; Sở Y tế,', ['so-y-te'], []],
    ['', [], []],
  ])('%j', (cell, ids, unread) => {
    expect(readUnits(cell, units, groups)).toEqual({ ids, unread })
  })
})

describe('what is pasted', () => {
  const cells = async (text: string) => {
    const { tasks, passedOver } = await pastedTasks(text, office)
    return {
      passedOver,
      tasks: tasks.map(({ key, ...task }) => task),
    }
  }
  const task = (content: string, dueOn: string | null, unitIds: string[] = []) => ({
    content,
    dueOn,
    unitIds,
    supportUnitIds: [],
  })

  it('is a table without a first row of names', async () => {
    const { tasks } = await cells('Rà soát\t05/12/2026\tSở Y tế\r\nBáo cáo\t\tSở Xây dựng\r\n')
    expect(tasks).toEqual([
      task('Rà soát', '2026-12-05', ['so-y-te']),
      task('Báo cáo', null, ['so-xay-dung']),
    ])
  })

  it('has its columns told by their names, in whatever order', async () => {
    const { tasks, passedOver } = await cells(
      'TT\tĐơn vị thực hiện\tNội dung nhiệm vụ\tGhi chú\tThời hạn (*)\tĐơn vị phối hợp\n' +
        '1\tSở Y tế\tRà soát\tgấp\t05/12/2026\tSở Xây dựng',
    )
    expect(tasks).toEqual([
      { ...task('Rà soát', '2026-12-05', ['so-y-te']), supportUnitIds: ['so-xay-dung'] },
    ])
    expect(passedOver).toEqual(['Ghi chú'])
  })

  it('has its columns told by what is in them, a running number left out', async () => {
    const { tasks } = await cells(
      '1\tRà soát\tSở Y tế\t05/12/2026\n2\tBáo cáo\tSở Y tế\t06/12/2026',
    )
    expect(tasks).toEqual([
      task('Rà soát', '2026-12-05', ['so-y-te']),
      task('Báo cáo', '2026-12-06', ['so-y-te']),
    ])
  })

  it('keeps the lines and the quotes of a cell', async () => {
    const { tasks } = await cells('"Rà soát:\n- ""Bếp ăn""\n- Phòng học"\t05/12/2026\tSở Y tế')
    expect(tasks).toEqual([task('Rà soát:\n- "Bếp ăn"\n- Phòng học', '2026-12-05', ['so-y-te'])])
  })

  it('says in the row what was not understood, and loses nothing of it', async () => {
    const { tasks } = await cells('Rà soát\ttrong tháng 12\tSở Y tế; Sở Vũ trụ')
    expect(tasks).toEqual([
      {
        ...task('Rà soát', null, ['so-y-te']),
        unread: { dueOn: 'trong tháng 12', unitIds: 'Sở Vũ trụ' },
      },
    ])
  })

  it('follows “as above”', async () => {
    const { tasks } = await cells('Rà soát\t05/12/2026\tSở Y tế\nBáo cáo\tnt\tNhư trên')
    expect(tasks[1]).toEqual(task('Báo cáo', '2026-12-05', ['so-y-te']))
  })

  it('is a list: one task a line, without its numbers', async () => {
    const { tasks } = await cells('1. Rà soát\n2. Báo cáo\n')
    expect(tasks).toEqual([task('Rà soát', null), task('Báo cáo', null)])
  })
})

test.each([
  ['a\tb', true],
  ['a\nb', false],
  ['\t\n\t', false],
  ['chữ thường', false],
])('%j is a piece of a table: %s', (text, expected) => {
  expect(isTable(text)).toBe(expected)
})

test.each([
  ['1. Một\n2) Hai\n3.1. Ba', ['Một', 'Hai', 'Ba']],
  ['a) Một\nđ) Hai', ['Một', 'Hai']],
  ['- Một\n• Hai\n+ Ba', ['Một', 'Hai', 'Ba']],
  ['- Một dài\n  sang dòng\n- Hai', ['Một dài sang dòng', 'Hai']],
  ['Một\n\nHai', ['Một', 'Hai']],
  ['2026 là năm đầu', ['2026 là năm đầu']],
])('the items of %j', (text, items) => {
  expect(readLines(text)).toEqual(items)
})
