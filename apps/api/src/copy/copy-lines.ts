const newline = 0x0a
/** Bytes from which on a chunk is passed on. */
const enough = 512 * 1024

/** The same bytes in larger chunks that end where a line ends. A line break inside a value is escaped. */
export async function* wholeLines(chunks: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  let held: Buffer[] = []
  let size = 0
  for await (const chunk of chunks) {
    const end = chunk.lastIndexOf(newline) + 1
    held.push(chunk)
    size += chunk.length
    if (size < enough || end === 0) continue
    const all = Buffer.concat(held)
    const cut = size - chunk.length + end
    yield all.subarray(0, cut)
    held = cut < all.length ? [all.subarray(cut)] : []
    size -= cut
  }
  if (size > 0) yield Buffer.concat(held)
}

export function countLines(chunk: Buffer): number {
  let lines = 0
  for (let at = chunk.indexOf(newline); at !== -1; at = chunk.indexOf(newline, at + 1)) lines += 1
  return lines
}

const escapes: Record<string, string> = {
  '\\': '\\\\',
  '\b': '\\b',
  '\f': '\\f',
  '\n': '\\n',
  '\r': '\\r',
  '\t': '\\t',
  '\v': '\\v',
}
const special = /[\\\b\f\n\r\t\v]/
const specials = /[\\\b\f\n\r\t\v]/g

/** A row of texts as COPY would write it. */
export function copyLine(values: readonly (string | null)[]): string {
  const texts = values.map((value) => {
    if (value === null) return '\\N'
    return special.test(value) ? value.replace(specials, (sign) => escapes[sign] ?? sign) : value
  })
  return `${texts.join('\t')}\n`
}
