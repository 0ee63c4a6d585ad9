import { describe, expect, it } from 'vitest'
import { checkPassword } from '../src/index.ts'

describe('a password', () => {
  it.each([
    ['mười hai cây xoài', 'sxd', null],
    ['1234567890', 'sxd', null],
    ['123456789', 'sxd', 'length'],
    ['', 'sxd', 'length'],
    ['😀😀😀😀😀', 'sxd', 'length'],
    [`${'e\u0302'.repeat(5)}abcd`, 'sxd', 'length'],
    ['cổng-SXD-2026', 'sxd', 'username'],
    ['cổng-sxd-2026', 'SXD', 'username'],
    ['đội hòa bình', 'ho\u0300a', 'username'],
    ['xin chào ba', 'ba', null],
    ['aaaaaaaaaaaa', 'sxd', 'repeated'],
  ])('%j of %s', (password, username, reason) => {
    const breaches = checkPassword(password, { username })
    expect(breaches.map(({ params }) => params?.reason ?? null)).toEqual(reason ? [reason] : [])
    for (const { code, pointer } of breaches) {
      expect([code, pointer]).toEqual(['password-too-weak', '/password'])
    }
  })

  it('may have to be longer', () => {
    expect(checkPassword('1234567890', { username: 'sxd', minLength: 12 })).toEqual([
      {
        code: 'password-too-weak',
        pointer: '/password',
        params: { reason: 'length', minLength: 12 },
      },
    ])
  })
})
