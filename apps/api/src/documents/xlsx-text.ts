/** The longest text a cell may hold, in UTF-16 units. */
const longestText = 32_767

// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what XML cannot hold
const unwritable = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g

/**
 * Text as a cell of a spreadsheet holds it: what XML cannot hold is left out, a line ends in LF
 * alone, `_x0041_` is kept from being read as `A`, and what is longer than a cell ends in `…`.
 */
export function cellText(text: string): string {
  const written = text
    .toWellFormed()
    .replace(/\r\n?/g, '\n')
    .replace(unwritable, '')
    .replace(/_(?=x[0-9a-f]{4}_)/gi, '_x005F_')
  return escapeXml(written.length > longestText ? cut(written) : written)
}

/** Never half a surrogate pair. */
function cut(text: string): string {
  return `${text.slice(0, longestText - 1).replace(/[\ud800-\udbff]$/, '')}…`
}

export function escapeXml(text: string): string {
  if (!/[&<>"]/.test(text)) return text
  return text
    .replace(/&/g, '&amp;')
    .replace(/</g, '&lt;')
    .replace(/>/g, '&gt;')
    .replace(/"/g, '&quot;')
}
