/*
 * What a spreadsheet puts on the clipboard: cells between tabs, rows between line breaks, a cell
 * that holds either of them between quotes.
 */

/** Whether a pasted text is a piece of a table rather than words. */
export const isTable = (text: string): boolean => /\S[^\n]*\t|\t[^\n]*\S/.test(text)

/** The cells of a pasted table, row by row, without the rows that are empty. */
export async function readTable(text: string): Promise<string[][]> {
  const { default: csv } = await import('papaparse')
  const { data } = csv.parse<string[]>(text, { delimiter: '\t', skipEmptyLines: false })
  return data
    .map((cells) => cells.map((cell) => cell.replace(/\r\n?/g, '\n').trim()))
    .filter((cells) => cells.some(Boolean))
}

const MARK = /^\s*(?:\(?\d{1,3}(?:\.\d{1,3})*[.)]|\(?[a-zđ][.)]|[-–—•*+])\s+(?=\S)/iu

/**
 * The items of a pasted list, one a line, without their numbers and dashes. Where the first line
 * has such a mark, a line without one goes on with the item above it.
 */
export function readLines(text: string): string[] {
  const lines = text.split(/\r\n?|\n/).filter((line) => line.trim())
  const marked = MARK.test(lines[0] ?? '')
  const items: string[] = []
  for (const line of lines) {
    const words = line.replace(MARK, '').trim()
    if (marked && !MARK.test(line) && items.length > 0) items.push(`${items.pop()} ${words}`)
    else items.push(words)
  }
  return items
}
