import { useState } from 'react'

/**
 * One intent of a person, pressed once or five times. The returned function gives the header for a
 * body: the same key while the body stays the same, a new one once it was changed (the server
 * refuses a used key with another body).
 *
 *   const once = useActOnce()
 *   client.POST('/api/v1/directives', { body, headers: once(body) })
 */
export function actOnce() {
  let key = newKey()
  let last: string | undefined
  return (body: unknown = null): { 'Idempotency-Key': string } => {
    const text = JSON.stringify(body)
    if (last !== undefined && text !== last) key = newKey()
    last = text
    return { 'Idempotency-Key': key }
  }
}

/** {@link actOnce} for the life of a form. */
export function useActOnce() {
  return useState(actOnce)[0]
}

// `crypto.randomUUID` is missing where the page is served over plain HTTP inside an office network.
function newKey(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16))
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('')
}
