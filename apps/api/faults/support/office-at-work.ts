import { setTimeout as sleep } from 'node:timers/promises'
import type { FaultContext } from '../fault.ts'
import { createClerk, signInAll } from './clerk.ts'
import { send } from './client.ts'
import { prepareHome } from './home.ts'
import { newLedger } from './ledger.ts'
import { type Home, type ServerOptions, startServer, upAt } from './server.ts'

/** A server with clerks who write to it until `rest`. */
export async function officeAtWork(
  home: Home,
  context: Pick<FaultContext, 'afterwards'>,
  options: ServerOptions & { clerks?: number } = {},
) {
  const seed = await prepareHome(home)
  const server = startServer(home, context, options)
  const address = await upAt(server)
  const tokens = await signInAll(address)
  const ledger = newLedger()
  let over = false
  const people = Array.from({ length: options.clerks ?? 3 }, () => createClerk(seed, ledger))
  const lives = people.map(async (clerk) => {
    while (!over && server.child.exitCode === null) {
      await clerk.work(address, tokens, () => over)
      await sleep(100)
    }
  })
  return {
    server,
    address,
    tokens,
    ledger,
    seed,
    /** Waits until so many more writes are acknowledged. @returns whether they were */
    async writes(more: number, seconds = 120): Promise<boolean> {
      const goal = ledger.acknowledged.length + more
      for (let i = 0; i < seconds * 20 && ledger.acknowledged.length < goal; i++) await sleep(50)
      return ledger.acknowledged.length >= goal
    },
    /** What /readyz says: 200, or what it names as not ready. */
    async ready(): Promise<string> {
      const answer = await send(address, { method: 'GET', path: '/readyz' })
      if (answer === null) return 'no answer'
      const { errors } = answer.body as { errors?: { pointer: string }[] }
      return answer.status === 200 ? 'ok' : (errors?.[0]?.pointer ?? String(answer.status))
    },
    async rest(): Promise<void> {
      over = true
      await Promise.all(lives)
    },
  }
}

/** Asks until the answer is as wanted. @returns whether it came to be */
export async function comes<T>(
  ask: () => Promise<T>,
  wanted: (answer: T) => boolean,
  seconds = 120,
): Promise<boolean> {
  for (let i = 0; i < seconds * 10; i++) {
    if (wanted(await ask())) return true
    await sleep(100)
  }
  return false
}
