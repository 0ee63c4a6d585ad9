import { describe, expect, it } from 'vitest'
import { checkPassword } from '../src/index.ts'

const common = new Set(['1234567890', 'manchester', 'michael'])

describe('a password', () => {
  it.each([
    ['mười hai cây xoài', 'sxd', null],
    ['4815926037', 'sxd', null],
    ['123456789', 'sxd', 'length'],
    ['', 'sxd', 'length'],
    ['😀😀😀😀😀', 'sxd', 'length'],
    [`${'e\u0302'.repeat(5)}abcd`, 'sxd', 'length'],
    ['cổng-SXD-2026', 'sxd', 'username'],
    ['cổng-sxd-2026', 'SXD', 'username'],
    ['đội hòa bình', 'ho\u0300a', 'username'],
    ['xin chào ba', 'ba', null],
    ['aaaaaaaaaaaa', 'sxd', 'repeated'],
    ['1234567890', 'sxd', 'common'],
    ['Manchester', 'sxd', 'common'],
    ['manchester2026!', 'sxd', 'common'],
    ['2026@Michael#1', 'sxd', 'common'],
    ['Mật khẩu 2026', 'sxd', 'common'],
    ['UBND tỉnh @2026', 'sxd', 'common'],
    ['Đồng Tháp 2026', 'sxd', 'common'],
    ['michael và manchester', 'sxd', null],
    ['12ab34cd56', 'sxd', null],
  ])('%j of %s', (password, username, reason) => {
    const breaches = checkPassword(password, { username, common })
    expect(breaches.map(({ params }) => params?.reason ?? null)).toEqual(reason ? [reason] : [])
    for (const { code, pointer } of breaches) {
      expect([code, pointer]).toEqual(['password-too-weak', '/password'])
    }
  })

  it('may have to be longer', () => {
    expect(checkPassword('4815926037', { username: 'sxd', minLength: 12 })).toEqual([
      {
        code: 'password-too-weak',
        pointer: '/password',
        params: { reason: 'length', minLength: 12 },
      },
    ])
  })
})
