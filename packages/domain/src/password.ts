/*
 * The least a password must be: long enough, not built on the username, not one character again
 * and again, and not what anybody would try first. Length is what protects; rules on kinds of
 * characters only make passwords alike.
 */
import { foldText } from './fold-text.ts'
import type { RuleBreach } from './rule-violation.ts'

export const PASSWORD_MIN_LENGTH = 10

/** Shorter usernames are found in any text by chance. */
const SHORTEST_USERNAME = 3
/** What is left of a password without digits and signs at its ends says something from here on. */
const SHORTEST_WORD = 3

/** Words of this work and place, folded and without blanks: tried first by whoever knows where he is. */
export const passwordWordsOfThePlace: ReadonlySet<string> = new Set(
  `matkhau matkhaumoi xinchao vietnam dunghan donghan dongthap tinhdongthap caolanh mytho tiengiang
  uyban uybannhandan ubnd ubndtinh vanphong vanphongubnd vanphongubndtinh hanhchinh quantri quantrivien
  chuyenvien tonghop lanhdao chutich phochutich sobannganh sonoivu sotaichinh soyte soxaydung
  nhiemvu chidao vanban baocao congviec`.split(/\s+/),
)

export interface PasswordRules {
  username: string
  minLength?: number
  /** Lower-case passwords many people use, from a published list. */
  common?: ReadonlySet<string>
}

/**
 * `password-too-weak` at `/password` with the reason (`length`, `username`, `repeated` or `common`),
 * or none. Length is counted in characters after NFC. Common is what stands in the list or among the
 * words of the place, whatever its case and marks, by itself or with digits and signs around it
 * (OWASP ASVS 5, 6.2.4 and 6.2.11).
 */
export function checkPassword(
  password: string,
  { username, minLength = PASSWORD_MIN_LENGTH, common = new Set() }: PasswordRules,
): RuleBreach[] {
  const text = password.normalize('NFC')
  const characters = [...text]
  if (characters.length < minLength) return weak('length', { minLength })
  const name = username.normalize('NFC').toLowerCase()
  if (name.length >= SHORTEST_USERNAME && text.toLowerCase().includes(name)) return weak('username')
  if (new Set(characters).size === 1) return weak('repeated')
  return guessesOf(text).some((guess) => common.has(guess) || passwordWordsOfThePlace.has(guess))
    ? weak('common')
    : []
}

/** A password as it stands, and as the word that was made one by digits and signs around it. */
function guessesOf(text: string): string[] {
  const whole = foldText(text).replace(/\s/g, '')
  const word = whole.replace(/^[^\p{L}]+|[^\p{L}]+$/gu, '')
  return word.length >= SHORTEST_WORD ? [whole, word] : [whole]
}

function weak(reason: string, params: Record<string, number> = {}): RuleBreach[] {
  return [{ code: 'password-too-weak', pointer: '/password', params: { reason, ...params } }]
}
