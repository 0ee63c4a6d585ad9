import { afterAll, beforeAll, expect, test } from 'vitest'
import { inBatch } from '../../src/db/batch.ts'
import { inTransaction } from '../../src/db/transaction.ts'
import { createTestDatabase, type TestDatabase } from '../support/database.ts'

let opened: TestDatabase
beforeAll(async () => {
  opened = await createTestDatabase()
})
afterAll(() => opened.close())

const set = (key: string) => ({ where: { key }, create: { key, value: 1 }, update: { value: 2 } })
const keys = async () =>
  (await opened.database.prisma.setting.findMany()).map(({ key }) => key).sort()

test('acts in a batch see each other and are kept together', async () => {
  const seen = await inBatch(opened.database, async (batch) => {
    await inTransaction(batch, (tx) => tx.setting.upsert(set('one')))
    await inTransaction(batch, (tx) => tx.setting.upsert(set('two')))
    return batch.prisma.setting.count()
  })
  expect(seen).toBe(2)
  expect(await keys()).toEqual(['one', 'two'])
})

test('one act that fails takes the others with it', async () => {
  const broken = inBatch(opened.database, async (batch) => {
    await inTransaction(batch, (tx) => tx.setting.upsert(set('three')))
    await inTransaction(batch, () => Promise.reject(new Error('no')))
  })
  await expect(broken).rejects.toThrow('no')
  expect(await keys()).toEqual(['one', 'two'])
})

test('a statement that failed works again in the next transaction', async () => {
  const insert = () =>
    inTransaction(opened.database, (tx) => tx.setting.create({ data: { key: 'one', value: 1 } }))
  await expect(insert()).rejects.toThrow()
  await expect(insert()).rejects.toThrow()
  await opened.database.prisma.setting.delete({ where: { key: 'one' } })
  await insert()
  expect(await keys()).toEqual(['one', 'two'])
})
