import { afterAll, beforeAll, expect, test } from 'vitest'
import cases from '../../../packages/domain/cases/unit-standing.json' with { type: 'json' }
import { type Client, startTestApp, type TestApp } from './support/app.ts'
import { makeUnit } from './support/units.ts'

/* The list of units knows who is in being by the same cases as the domain. */

let api: TestApp
let reader: Client

beforeAll(async () => {
  api = await startTestApp()
  reader = await api.signInAs('unit')
})
afterAll(() => api.close())

const names = async (query: string) => {
  const answer = await reader.get(`/api/v1/units?${query}`)
  expect(answer.statusCode, answer.body).toBe(200)
  return (answer.json().items as { name: string }[]).map(({ name }) => name)
}

test.each(cases)('$name', async ({ name, validFrom, validTo, succeeded, day, standing }) => {
  const successorId = succeeded ? api.seed.units.unit.id : null
  await makeUnit(api, name, { validFrom, validTo, successorId })
  for (const one of ['upcoming', 'current', 'ended']) {
    const listed = await names(`standing=${one}&validOn=${day}`)
    expect(listed.includes(name), one).toBe(one === standing)
  }
  expect((await names(`validOn=${day}`)).includes(name)).toBe(standing === 'current')
  expect(await names('standing=upcoming&standing=ended&standing=current&q=zzz')).toEqual([])
})

test('without a day it is today', async () => {
  expect(await names('standing=ended')).toContain('the day after the last')
  expect(await names('standing=current')).toContain('last day')
})
