import type { Socket } from 'node:net'
import type { Problem } from '@dunghan/contract'
import { v7 as newId } from 'uuid'
import { problemStatus } from './problem-status.ts'
import { problemTexts } from './problem-texts.ts'

/**
 * An address whose percent signs all begin an escape: where they do not, or the escapes are no
 * UTF-8, each stands for itself. The router would refuse such an address before any hook runs; so
 * it goes the way of every other, as an id or a name that does not exist.
 */
export function readableUrl(url: string): string {
  const [path = '', ...query] = url.split('?')
  if (!path.includes('%') || isDecodable(path)) return url
  return [path.replaceAll('%', '%25'), ...query].join('?')
}

function isDecodable(path: string): boolean {
  try {
    decodeURIComponent(path)
    return true
  } catch {
    return false
  }
}

/** What comes over the wire and is no HTTP, or too much of it, is refused like anything else. */
export function answerUnreadable(error: NodeJS.ErrnoException, socket: Socket): void {
  if (error.code === 'ECONNRESET' || !socket.writable) {
    socket.destroy()
    return
  }
  const requestId = newId()
  const { title, detail } = problemTexts['invalid-request'].vi
  const status = problemStatus['invalid-request']
  const problem: Problem = {
    type: '/problems/invalid-request',
    title,
    status,
    detail,
    instance: '',
    requestId,
  }
  const body = JSON.stringify(problem)
  const head = [
    `HTTP/1.1 ${status} Bad Request`,
    'Content-Type: application/problem+json; charset=utf-8',
    'Content-Language: vi',
    'Cache-Control: no-store',
    'X-Content-Type-Options: nosniff',
    `X-Request-Id: ${requestId}`,
    `Content-Length: ${Buffer.byteLength(body)}`,
    'Connection: close',
  ]
  socket.end(`${head.join('\r\n')}\r\n\r\n${body}`)
}
