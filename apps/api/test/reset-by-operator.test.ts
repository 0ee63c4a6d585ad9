import { afterAll, beforeAll, expect, test } from 'vitest'
import { resetByOperator } from '../src/modules/accounts/reset-by-operator.ts'
import { startTestApp, type TestApp } from './support/app.ts'

let api: TestApp

beforeAll(async () => {
  api = await startTestApp()
})
afterAll(() => api.close())

const signIn = (password: string) =>
  api.anonymous.post('/api/v1/session', { username: 'admin', password })

test('an operator lets the only admin in again, who was disabled and failed too often', async () => {
  const { prisma } = api.deps.database
  const { id } = api.seed.accounts.admin
  await prisma.account.update({ where: { id }, data: { disabledAt: api.clock.now } })
  for (let i = 0; i < 5; i++) await signIn('sai mật khẩu')
  expect((await signIn('sai mật khẩu')).statusCode).toBe(429)

  const password = await resetByOperator(api.deps, ' ADMIN ')
  const answer = await signIn(password ?? '')
  expect(answer.statusCode, answer.body).toBe(200)
  expect(answer.json().account).toMatchObject({ username: 'admin', mustChangePassword: true })

  const events = await prisma.event.findMany({
    where: { subjectId: id },
    orderBy: { sequence: 'asc' },
  })
  expect(events.map(({ type, accountId, role }) => [type, accountId, role])).toEqual([
    ['account.edited', null, null],
    ['account.password_reset', null, null],
  ])
  expect(await resetByOperator(api.deps, 'khong.co.ai')).toBeNull()
})
