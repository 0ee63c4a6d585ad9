/*
 * The least a password must be: long enough, not built on the username, not one character again
 * and again. Length is what protects; rules on kinds of characters only make passwords alike.
 */
import type { RuleBreach } from './rule-violation.ts'

export const PASSWORD_MIN_LENGTH = 10

/** Shorter usernames are found in any text by chance. */
const SHORTEST_USERNAME = 3

/**
 * `password-too-weak` at `/password` with the reason (`length`, `username` or `repeated`), or none.
 * Length is counted in characters after NFC.
 */
export function checkPassword(
  password: string,
  { username, minLength = PASSWORD_MIN_LENGTH }: { username: string; minLength?: number },
): RuleBreach[] {
  const text = password.normalize('NFC')
  const characters = [...text]
  if (characters.length < minLength) return weak('length', { minLength })
  const name = username.normalize('NFC').toLowerCase()
  if (name.length >= SHORTEST_USERNAME && text.toLowerCase().includes(name)) return weak('username')
  return new Set(characters).size === 1 ? weak('repeated') : []
}

function weak(reason: string, params: Record<string, number> = {}): RuleBreach[] {
  return [{ code: 'password-too-weak', pointer: '/password', params: { reason, ...params } }]
}
