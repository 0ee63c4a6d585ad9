import { randomInt } from 'node:crypto'

/** Without 0 and o, 1, i and l: it is read from a screen or a slip of paper and typed once. */
const alphabet = '23456789abcdefghjkmnpqrstuvwxyz'
const groups = 4
const groupLength = 4

/** Sixteen random characters (79 bits) in groups of four: `k7mq-2xwf-9hzt-c4vb`. */
export function makeOneTimePassword(): string {
  const character = () => alphabet.charAt(randomInt(alphabet.length))
  const group = () => Array.from({ length: groupLength }, character).join('')
  return Array.from({ length: groups }, group).join('-')
}
