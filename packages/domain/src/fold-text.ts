/*
 * Text folded for search: without regard to case, to Vietnamese marks (đ = d) or to composition
 * (NFC or NFD). What was typed is stored as it is; words are never rewritten.
 */

const MOST_WORDS = 12

/** Lower case, no marks, đ → d, white space collapsed. Folding twice changes nothing. */
export function foldText(text: string): string {
  return (
    text
      .toLowerCase()
      .normalize('NFD')
      // Marks, and characters nobody sees (zero-width space, soft hyphen) that come with a paste.
      .replace(/[\p{M}\p{Cf}]+/gu, '')
      // Eth, often found in old files in place of đ.
      .replace(/[đð]/g, 'd')
      .replace(/\s+/g, ' ')
      .trim()
  )
}

/** The folded words of a query, each once, at most twelve. */
export function searchWords(query: string): string[] {
  const words = foldText(query).split(' ').filter(Boolean)
  return [...new Set(words)].slice(0, MOST_WORDS)
}

const collator = new Intl.Collator('vi')

/** The order of Vietnamese names: Đ follows D. For `Array.prototype.sort`. */
export function compareVietnamese(a: string, b: string): number {
  return collator.compare(a, b)
}
