import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { inBatch } from '../../src/db/batch.ts'
import { inTransaction } from '../../src/db/transaction.ts'
import { createTestDatabase, type TestDatabase } from '../support/database.ts'

let opened: TestDatabase
beforeAll(async () => {
  opened = await createTestDatabase()
})
afterAll(() => opened.close())

const unit = (code: string) => ({
  id: randomUUID(),
  code,
  name: code,
  shortName: code,
  type: 'other',
  searchText: code,
})
const set = (code: string) => ({ where: { code }, create: unit(code), update: { name: 'again' } })
const codes = async () =>
  (await opened.database.prisma.unit.findMany()).map(({ code }) => code).sort()

test('acts in a batch see each other and are kept together', async () => {
  const seen = await inBatch(opened.database, async (batch) => {
    await inTransaction(batch, (tx) => tx.unit.upsert(set('one')))
    await inTransaction(batch, (tx) => tx.unit.upsert(set('two')))
    return batch.prisma.unit.count()
  })
  expect(seen).toBe(2)
  expect(await codes()).toEqual(['one', 'two'])
})

test('one act that fails takes the others with it', async () => {
  const broken = inBatch(opened.database, async (batch) => {
    await inTransaction(batch, (tx) => tx.unit.upsert(set('three')))
    await inTransaction(batch, () => Promise.reject(new Error('no')))
  })
  await expect(broken).rejects.toThrow('no')
  expect(await codes()).toEqual(['one', 'two'])
})

test('a statement that failed works again in the next transaction', async () => {
  const insert = () => inTransaction(opened.database, (tx) => tx.unit.create({ data: unit('one') }))
  await expect(insert()).rejects.toThrow()
  await expect(insert()).rejects.toThrow()
  const renamed = { where: { code: 'one' }, data: { code: 'first' } }
  await opened.database.prisma.unit.update(renamed)
  await insert()
  expect(await codes()).toEqual(['first', 'one', 'two'])
})
