import { describe, expect, it } from 'vitest'
import { bundlesOf, condense } from '../ui/unit-bundles.ts'
import {
  findUnits,
  formerNamesFound,
  groupFound,
  groupUnits,
  type PickableUnit,
} from './unit-search.ts'

const unit = (code: string, name: string, type: PickableUnit['type']): PickableUnit => ({
  id: code,
  code,
  name,
  shortName: name,
  type,
})

const units = [
  unit('xa-tan-hong', 'Xã Tân Hồng', 'commune'),
  unit('so-xay-dung', 'Sở Xây dựng', 'department'),
  unit('so-y-te', 'Sở Y tế', 'department'),
  unit('xa-dong-son', 'Xã Đồng Sơn', 'commune'),
  unit('phuong-sa-dec', 'Phường Sa Đéc', 'ward'),
  unit('so-dan-toc', 'Sở Dân tộc', 'department'),
]
const codes = (found: readonly PickableUnit[]) => found.map(({ code }) => code)

describe('finding units', () => {
  it.each([
    ['so xay', ['so-xay-dung']],
    ['SỞ XÂY', ['so-xay-dung']],
    ['sa dec', ['phuong-sa-dec']],
    ['So\u031b\u0309 Xa\u0302y', ['so-xay-dung']],
    ['dong', ['xa-dong-son']],
    ['tan xa', ['xa-tan-hong']],
    ['xyz', []],
  ])('%s', (query, expected) => {
    expect(codes(findUnits(units, query))).toEqual(expected)
  })

  it('puts a name that begins with the words first', () => {
    expect(codes(findUnits(units, 'so')).slice(0, 3)).toContain('so-xay-dung')
    expect(codes(findUnits(units, 'so')).at(-1)).toBe('xa-dong-son')
  })

  it('keeps the best match on top when it groups what was found', () => {
    const named = [
      unit('bqlda', 'Ban Quản lý dự án xây dựng công trình dân dụng', 'agency'),
      unit('cong-an-tinh', 'Công an tỉnh', 'central_agency'),
    ]
    const groups = groupFound(findUnits(named, 'cong an'))
    expect(groups.map(({ units: [first] }) => first?.code)).toEqual(['cong-an-tinh', 'bqlda'])
  })

  it('groups by type, Đ after D', () => {
    const groups = groupUnits(units)
    expect(groups.map(({ type }) => type)).toEqual(['department', 'commune', 'ward'])
    expect(codes(groups[0]?.units ?? [])).toEqual(['so-dan-toc', 'so-xay-dung', 'so-y-te'])
  })
})

describe('taking units by the group', () => {
  const bundles = bundlesOf(units)

  it('offers all communes and wards together', () => {
    expect(bundles[0]?.ids).toEqual(['xa-tan-hong', 'xa-dong-son', 'phuong-sa-dec'])
  })

  it('shows a whole group as one, the rest by name', () => {
    const chosen = ['so-y-te', 'phuong-sa-dec', 'xa-tan-hong', 'xa-dong-son']
    expect(condense(units, bundles, chosen).map(({ key }) => key)).toEqual([
      'all:communal',
      'so-y-te',
    ])
    expect(condense(units, bundles, chosen.slice(0, 2)).map(({ key }) => key)).toEqual([
      'so-y-te',
      'phuong-sa-dec',
    ])
  })
})

describe('a unit that took over from others', () => {
  const heir = {
    ...unit('so-tai-chinh', 'Sở Tài chính', 'department'),
    formerNames: ['Sở Kế hoạch và Đầu tư', 'Ban Đổi mới'],
  }

  it('is found by their names, and says by which', () => {
    expect(codes(findUnits([...units, heir], 'ke hoach'))).toEqual(['so-tai-chinh'])
    expect(formerNamesFound(heir, 'ke hoach')).toEqual(['Sở Kế hoạch và Đầu tư'])
  })

  it('does not speak of them where its own name was meant, or nothing', () => {
    expect(formerNamesFound(heir, 'tai chinh')).toEqual([])
    expect(formerNamesFound(heir, ' ')).toEqual([])
  })
})
