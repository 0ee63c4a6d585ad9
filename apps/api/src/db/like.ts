/** A text as LIKE finds it literally: its own signs `%` and `_` then stand for themselves. */
export function literal(text: string): string {
  return text.replace(/[\\%_]/g, '\\$&')
}

/** A LIKE pattern that finds the text anywhere. */
export function containing(text: string): string {
  return `%${literal(text)}%`
}

/** As a condition of Prisma on `searchText`, all of the words; its `contains` escapes nothing. */
export function containingAll(words: readonly string[]): { searchText: { contains: string } }[] {
  return words.map((word) => ({ searchText: { contains: literal(word) } }))
}
