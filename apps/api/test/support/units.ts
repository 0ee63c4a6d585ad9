import { expect } from 'vitest'
import type { Client, TestApp } from './app.ts'

let made = 0

export interface MadeUnit {
  id: string
  code: string
  name: string
}

/** A unit of its own, without an account. */
export async function makeUnit(
  test: TestApp,
  name: string,
  change: Record<string, unknown> = {},
): Promise<MadeUnit> {
  const admin = await test.signInAs('admin')
  const body = { code: `don-vi-${++made}`, name, shortName: name, type: 'department', ...change }
  const answer = await admin.post('/api/v1/units', body)
  expect(answer.statusCode, answer.body).toBe(201)
  return answer.json()
}

/** The account of a unit, ready to act. */
export async function signInForUnit(test: TestApp, unit: { id: string }): Promise<Client> {
  const admin = await test.signInAs('admin')
  const answer = await admin.post('/api/v1/accounts', {
    username: `tai-khoan-${++made}`,
    displayName: 'Văn thư',
    roles: ['unit'],
    unitId: unit.id,
    password: 'mật khẩu để thử 2026',
  })
  expect(answer.statusCode, answer.body).toBe(201)
  const { id } = answer.json()
  const data = { mustChangePassword: false }
  await test.deps.database.prisma.account.update({ where: { id }, data })
  return test.signInAs(id)
}

/** Units end; the answer as it came. */
export async function succeed(
  test: TestApp,
  body: Record<string, unknown>,
  { preview = false } = {},
) {
  const admin = await test.signInAs('admin')
  const given = { endsOn: '2026-11-22', reason: 'Nghị quyết sắp xếp đơn vị', ...body }
  return admin.post(`/api/v1/units/succession${preview ? '?preview=true' : ''}`, given)
}
