/**
 * A text in one line, cut at the end of a word where it is too long: for titles, previews and lists.
 * @param most characters, the ellipsis among them
 */
export function shortText(text: string, most: number): string {
  const characters = [...text.replace(/\s+/g, ' ').trim()]
  if (characters.length <= most) return characters.join('')
  // With the one character more that tells whether a word ends where the room does.
  const words = characters
    .slice(0, most)
    .join('')
    .match(/^(.*)\s/)?.[1]
  return `${words ?? characters.slice(0, most - 1).join('')}…`
}
