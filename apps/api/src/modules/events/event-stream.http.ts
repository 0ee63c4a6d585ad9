import { Readable } from 'node:stream'
import type { FastifyReply } from 'fastify'
import { toNotification } from '../notifications/notifications.mapper.ts'
import type { News } from './event-tail.ts'
import type { Line } from './events.service.ts'
import { positionText } from './position.ts'

/** Milliseconds after which a browser comes back by itself. */
const retry = 3000
/** Of what waits for a client that does not read, in characters: */
const enough = 64 * 1024
const tooMuch = 512 * 1024

/** A stream of Server-Sent Events and the line that writes to it. */
export function eventStream(): { stream: Readable; line: Line } {
  const stream = new Readable({ read() {}, encoding: 'utf8' })
  let ended = false
  const write = (text: string) => {
    if (stream.destroyed || ended) return
    stream.push(text)
    // It comes back, once it reads again, and is sent what it missed.
    if (stream.readableLength > tooMuch) stream.destroy()
  }
  write(`retry: ${retry}\n\n`)
  const line: Line = {
    send: (news) => write(textOf(news)),
    beat: () => write(':\n\n'),
    takesMore: () => stream.readableLength < enough,
    end() {
      ended = true
      stream.push(null)
    },
  }
  return { stream, line }
}

/** Answers with the stream, past whatever might keep it to make it smaller or to send it later. */
export function sendStream(reply: FastifyReply, stream: Readable): FastifyReply {
  return reply
    .header('Cache-Control', 'no-store, no-transform')
    .header('X-Accel-Buffering', 'no')
    .type('text/event-stream; charset=utf-8')
    .send(stream)
}

function textOf(news: News): string {
  const id = news.id ? `id: ${positionText(news.id)}\n` : ''
  return `${id}event: ${news.event}\ndata: ${JSON.stringify(dataOf(news))}\n\n`
}

function dataOf(news: News): object {
  if (news.event === 'work') return news.work
  return news.event === 'notification' ? toNotification(news.told.notification) : {}
}
