import type { AddressInfo } from 'node:net'
import { noFacts } from '@dunghan/domain'
import type { FastifyInstance } from 'fastify'
import { v7 as newId } from 'uuid'
import type { Database } from '../../src/db/client.ts'
import type { Tx } from '../../src/db/transaction.ts'

export interface StreamEvent {
  id: string | undefined
  event: string
  data: Record<string, unknown>
}

export interface OpenStream {
  response: Response
  /** The next event; null once the stream has ended. */
  next(): Promise<StreamEvent | null>
  /** All events until one of that name, which is the last. */
  until(event: string): Promise<StreamEvent[]>
  /** As a cable that is pulled. */
  cut(): void
}

/** Has the app listen on a port of its own. @returns where */
export async function listen(app: FastifyInstance): Promise<string> {
  if (!app.server.listening) await app.listen({ host: '127.0.0.1', port: 0 })
  return `http://127.0.0.1:${(app.server.address() as AddressInfo).port}`
}

/** A stream over HTTP as a browser opens it. */
export async function openStream(
  address: string,
  headers: Record<string, string>,
  lastId?: string,
): Promise<OpenStream> {
  const cutting = new AbortController()
  const response = await fetch(`${address}/api/v1/events`, {
    headers: { ...headers, ...(lastId === undefined ? {} : { 'last-event-id': lastId }) },
    signal: cutting.signal,
  })
  const events = eventsOf(response)
  const next = async () => (await events.next()).value ?? null
  return {
    response,
    next,
    async until(name) {
      const seen: StreamEvent[] = []
      for (let one = await next(); one; one = await next()) {
        seen.push(one)
        if (one.event === name) return seen
      }
      throw new Error(`The stream ended without ${name}: ${JSON.stringify(seen)}`)
    },
    cut: () => cutting.abort(),
  }
}

async function* eventsOf(response: Response): AsyncGenerator<StreamEvent, undefined> {
  if (!response.body) return
  let text = ''
  for await (const chunk of response.body.pipeThrough(new TextDecoderStream())) {
    text += chunk
    for (let end = text.indexOf('\n\n'); end >= 0; end = text.indexOf('\n\n')) {
      const lines = text.slice(0, end).split('\n')
      text = text.slice(end + 2)
      const field = (name: string) =>
        lines.find((line) => line.startsWith(`${name}: `))?.slice(name.length + 2)
      const event = field('event')
      if (event) yield { id: field('id'), event, data: JSON.parse(field('data') ?? '{}') }
    }
  }
}

/** Tells an account something, as an act does in its transaction. @returns the id of what was told */
export async function tell(
  db: Database['prisma'] | Tx,
  accountId: string,
  note: string,
  { inBell = true } = {},
): Promise<string> {
  const id = newId()
  const facts = { ...noFacts, note }
  const at = new Date('2026-11-23T02:00:00Z')
  await db.notification.create({
    data: { id, accountId, kind: 'reminder', key: id, at, facts, inBell, byMail: false },
  })
  return id
}
