/*
 * The Vietnamese order as a key that is compared sign by sign. A database sorts by whatever rules
 * its machine has, and none may know the language; such a key it sorts everywhere alike, and a list
 * can go on after it. The order is that of `compareVietnamese`: letters first (Đ after D, Ă and Â
 * after A, Ê, Ô, Ơ, Ư), then tones (ngang, huyền, hỏi, ngã, sắc, nặng); case plays no part.
 */

const letters = 'aăâbcdđeêfghijklmnoôơpqrstuưvwxyz'.normalize('NFC')
const tones = ['\u0300', '\u0309', '\u0303', '\u0301', '\u0323']
const shapes = ['\u0306', '\u0302', '\u031b']

/** Further signs than these do not tell two names apart. */
const most = 100
/** Sorts before whatever stands for a letter, a digit or a space. */
const end = ' '

/** A sign of the key for each letter: `A` for a, `B` for ă, and so on; ASCII alone. */
const keyOfLetter = new Map(
  [...letters].map((letter, i) => [letter, String.fromCharCode(0x41 + i)] as const),
)

/** @returns at most 201 signs of ASCII, to be compared by their codes (COLLATE "C") */
export function vietnameseSortKey(text: string): string {
  let primary = ''
  let secondary = ''
  for (const { letter, tone } of lettersOf(text)) {
    if (primary.length === most) break
    primary += keyOfLetter.get(letter) ?? keyOfOther(letter)
    secondary += String(tone)
  }
  return primary + end + secondary.replace(/0+$/, '')
}

/** Each letter with the mark that makes it another letter, and the number of its tone. */
function lettersOf(text: string): { letter: string; tone: number }[] {
  const clusters =
    text
      .trim()
      .toLowerCase()
      .normalize('NFD')
      .match(/\P{M}\p{M}*/gu) ?? []
  return clusters.map(([base = '', ...marks]) => ({
    letter: (base + marks.filter((mark) => shapes.includes(mark)).join('')).normalize('NFC'),
    tone: 1 + Math.max(-1, ...marks.map((mark) => tones.indexOf(mark))),
  }))
}

function keyOfOther(letter: string): string {
  if (/\s/.test(letter)) return '!'
  if (/[0-9]/.test(letter)) return letter
  return /[\p{P}\p{S}]/u.test(letter) ? '#' : '~'
}
