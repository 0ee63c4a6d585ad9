import { createParser } from 'eventsource-parser'
import { currentLanguage } from '../lib/language.ts'
import type { Schema } from './types.ts'

export type Notification = Schema<'Notification'>
export type WorkChanged = { assignmentIds: string[]; directiveIds: string[] } | { many: true }

/** What the server tells. */
export type Told =
  | { event: 'ready' }
  | { event: 'notification'; data: Notification }
  | { event: 'work'; data: WorkChanged }

interface Connection {
  token: string
  /** Of the last event that came; what followed is sent first. */
  lastId: string | null
  signal: AbortSignal
  onTold: (told: Told, id: string | null) => void
}

/** Twice the server's heartbeat and a little: after this long without a sign the line is dead. */
const SILENCE_MS = 45_000

/** Reads one stream to its end. @returns the status it was answered with */
export async function readEvents({ token, lastId, signal, onTold }: Connection): Promise<number> {
  const dead = new AbortController()
  let watch = setTimeout(() => dead.abort(), SILENCE_MS)
  try {
    const response = await fetch('/api/v1/events', {
      cache: 'no-store',
      headers: {
        Authorization: `Bearer ${token}`,
        'Accept-Language': currentLanguage(),
        ...(lastId ? { 'Last-Event-ID': lastId } : {}),
      },
      signal: AbortSignal.any([signal, dead.signal]),
    })
    if (!response.ok || !response.body) return response.status
    const parser = createParser({
      onEvent: ({ event, data, id }) => {
        onTold({ event, data: JSON.parse(data) } as Told, id ?? null)
      },
    })
    const reader = response.body.pipeThrough(new TextDecoderStream()).getReader()
    for (let part = await reader.read(); !part.done; part = await reader.read()) {
      clearTimeout(watch)
      watch = setTimeout(() => dead.abort(), SILENCE_MS)
      parser.feed(part.value)
    }
    return response.status
  } finally {
    clearTimeout(watch)
  }
}
