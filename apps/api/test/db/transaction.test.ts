import { setImmediate as turn } from 'node:timers/promises'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { Database } from '../../src/db/client.ts'
import { databaseFault, isUniqueViolation } from '../../src/db/errors.ts'
import { inTransaction, type Tx } from '../../src/db/transaction.ts'
import { createTestDatabase, type TestDatabase } from '../support/database.ts'

let opened: TestDatabase
let database: Database

beforeAll(async () => {
  opened = await createTestDatabase()
  database = opened.database
  await database.scripts.inTransaction((run) =>
    run(`
      CREATE TABLE purse (id integer PRIMARY KEY, coins integer NOT NULL);
      CREATE TABLE debt (id integer PRIMARY KEY,
        purse integer CONSTRAINT debt_purse REFERENCES purse DEFERRABLE INITIALLY DEFERRED)`),
  )
})
afterAll(() => opened.close())
beforeEach(async () => {
  await database.prisma.$executeRaw`TRUNCATE purse, debt`
  await database.prisma.$executeRaw`INSERT INTO purse VALUES (1, 0), (2, 0)`
})

const put = (client: Pick<Tx, '$executeRaw'>, id: number, coins: number) =>
  client.$executeRaw`INSERT INTO purse VALUES (${id}, ${coins})`

async function purses(): Promise<number[]> {
  const rows = await database.prisma.$queryRaw<{ id: number }[]>`SELECT id FROM purse ORDER BY id`
  return rows.map(({ id }) => id)
}

describe('many at once', () => {
  test('100 that read, think and write lose nothing, and nobody sees one half done', async () => {
    let done = false
    const unequal: unknown[] = []
    let reads = 0
    const watcher = async () => {
      while (!done) {
        const [row] = await database.prisma.$queryRaw<{ a: number; b: number }[]>`
          SELECT (SELECT coins FROM purse WHERE id = 1) a, (SELECT coins FROM purse WHERE id = 2) b`
        if (row?.a !== row?.b) unequal.push(row)
        reads++
      }
    }
    const watchers = [watcher(), watcher(), watcher()]

    await Promise.all(
      Array.from({ length: 100 }, (_, i) =>
        inTransaction(database, async (tx) => {
          const [row] = await tx.$queryRaw<{ coins: number }[]>`
            SELECT coins FROM purse WHERE id = 1 FOR UPDATE`
          const coins = (row?.coins ?? Number.NaN) + 1
          await tx.$executeRaw`UPDATE purse SET coins = ${coins} WHERE id = 1`
          for (let pause = 0; pause < i % 5; pause++) await turn()
          await tx.$executeRaw`UPDATE purse SET coins = ${coins} WHERE id = 2`
        }),
      ),
    )
    done = true
    await Promise.all(watchers)

    expect(unequal).toEqual([])
    expect(reads).toBeGreaterThan(0)
    expect(await database.prisma.$queryRaw`SELECT id, coins FROM purse ORDER BY id`).toEqual([
      { id: 1, coins: 100 },
      { id: 2, coins: 100 },
    ])
  })

  test('every second one fails: those leave no trace, the others are whole', async () => {
    const outcomes = await Promise.allSettled(
      Array.from({ length: 100 }, (_, i) =>
        inTransaction(database, async (tx) => {
          await put(tx, 100 + i, i)
          if (i % 2) throw new Error('changed my mind')
          await put(tx, 300 + i, i)
        }),
      ),
    )
    expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(50)
    const kept = await purses()
    expect(kept).toHaveLength(2 + 100)
    expect(kept.filter((id) => id % 2 && id > 2)).toEqual([])
  })

  test('a read from outside sees what was kept, not what was meant', async () => {
    const written = Promise.withResolvers<void>()
    const mayFail = Promise.withResolvers<void>()
    const act = inTransaction(database, async (tx) => {
      await put(tx, 9, 1)
      written.resolve()
      await mayFail.promise
      throw new Error('no')
    })
    await written.promise
    const read = purses()
    mayFail.resolve()
    await expect(act).rejects.toThrow('no')
    expect(await read).toEqual([1, 2])
  })
})

describe('an end is an end', () => {
  test('a failed statement that was caught cannot be committed over', async () => {
    const act = inTransaction(database, async (tx) => {
      await put(tx, 5, 0)
      await put(tx, 1, 0).catch(() => {})
    })
    await expect(act).rejects.toThrow()
    expect(await purses()).toEqual([1, 2])
  })

  test('a failure that only COMMIT finds is told', async () => {
    const act = inTransaction(database, async (tx) => {
      await tx.$executeRaw`INSERT INTO debt VALUES (1, 404)`
    })
    const error = await act.catch((reason) => reason)
    expect(databaseFault(error)).toEqual({ kind: 'foreign-key', constraint: 'debt_purse' })
    expect(await database.prisma.$queryRaw`SELECT * FROM debt`).toEqual([])
  })

  test('statements started together run; when one fails none is kept, none comes late', async () => {
    const act = inTransaction(database, (tx) =>
      Promise.all([put(tx, 5, 0), put(tx, 1, 0), put(tx, 6, 0), put(tx, 7, 0)]),
    )
    await expect(act).rejects.toSatisfy((error) => isUniqueViolation(error, 'purse_pkey'))
    expect(await purses()).toEqual([1, 2])
  })

  test('a client kept past its transaction is refused', async () => {
    let kept: Tx | undefined
    await inTransaction(database, async (tx) => {
      kept = tx
    })
    await expect(put(kept as Tx, 5, 0)).rejects.toThrow()
    expect(await purses()).toEqual([1, 2])
  })

  test('one that outlives its limit is rolled back and the next goes on', async () => {
    const act = inTransaction(
      database,
      async (tx) => {
        await put(tx, 5, 0)
        for (;;) {
          await turn()
          await tx.$queryRaw`SELECT 1`
        }
      },
      { timeout: 100 },
    )
    const error = await act.catch((reason) => reason)
    expect(databaseFault(error)).toEqual({ kind: 'timeout' })
    expect(await purses()).toEqual([1, 2])
  })
})

describe('inside', () => {
  test('the outer client is refused, whether it reads, writes or begins', async () => {
    const { prisma } = database
    const uses: (() => Promise<unknown>)[] = [
      () => purses(),
      () => put(prisma, 5, 0),
      () => inTransaction(database, async () => {}),
    ]
    for (const use of uses) {
      await expect(inTransaction(database, use)).rejects.toThrow(/only its own client/)
    }
    expect(await purses()).toEqual([1, 2])
  })

  test('isolation levels hold for the transaction they were asked for, and no other', async () => {
    const level = (tx: Tx) => tx.$queryRaw`SELECT current_setting('transaction_isolation') AS level`
    const strict = { isolationLevel: 'Serializable' } as const
    expect(await inTransaction(database, level, strict)).toEqual([{ level: 'serializable' }])
    expect(await inTransaction(database, level)).toEqual([{ level: 'read committed' }])
  })

  test('after a conflict with another transaction the work is done again', async () => {
    let tries = 0
    await inTransaction(database, async (tx) => {
      await put(tx, 5, 0)
      if (++tries < 3) {
        await tx.$executeRaw`DO $$ BEGIN RAISE EXCEPTION SQLSTATE '40P01'; END $$`
      }
    })
    expect(tries).toBe(3)
    expect(await purses()).toEqual([1, 2, 5])
  })
})
