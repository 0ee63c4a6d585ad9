import { inflateSync } from 'node:zlib'

/**
 * The words of a PDF, page by page, as a reader finds and copies them: by each font's own table of
 * which glyph stands for which letters. Reads what pdfkit writes, and no more.
 */
export function readPdf(file: Buffer): string[] {
  const source = file.toString('latin1')
  const objects = new Map<string, { head: string; stream: string }>()
  for (const { 0: whole, 1: id = '', index } of source.matchAll(/(\d+) 0 obj\n/g)) {
    const end = source.indexOf('endobj', index)
    const body = source.slice(index + whole.length, end)
    const at = body.indexOf('stream\n')
    const from = index + whole.length + at + 'stream\n'.length
    const stream = at < 0 ? '' : inflated(file.subarray(from, source.indexOf('endstream', from)))
    objects.set(id, { head: at < 0 ? body : body.slice(0, at), stream })
  }
  const part = (id: string | undefined) => objects.get(id ?? '') ?? { head: '', stream: '' }
  const letters = new Map<string, string[]>()
  for (const [, name = '', id] of source.matchAll(/\/(F\d+) (\d+) 0 R/g)) {
    const table = /\/ToUnicode (\d+) 0 R/.exec(part(id).head)?.[1]
    letters.set(name, lettersIn(part(table).stream))
  }
  const pages = [...objects.values()].filter(({ head }) => /\/Type \/Page\n/.test(head))
  return pages.map(({ head }) =>
    wordsIn(part(/\/Contents (\d+) 0 R/.exec(head)?.[1]).stream, letters),
  )
}

function inflated(bytes: Buffer): string {
  try {
    return inflateSync(bytes).toString('latin1')
  } catch {
    return ''
  }
}

/** By glyph. */
function lettersIn(table: string): string[] {
  const letters: string[] = []
  for (const [, first = '', list = ''] of table.matchAll(/<(\w+)> <\w+> \[(.*?)\]/gs)) {
    const texts = [...list.matchAll(/<([\da-fA-F ]*)>/g)].map(([, hex = '']) =>
      (hex.replaceAll(' ', '').match(/.{4}/g) ?? [])
        .map((unit) => String.fromCharCode(Number.parseInt(unit, 16)))
        .join(''),
    )
    texts.forEach((text, at) => {
      letters[Number.parseInt(first, 16) + at] = text
    })
  }
  return letters
}

function wordsIn(content: string, letters: Map<string, string[]>): string {
  let font: string[] = []
  let text = ''
  for (const [token, name, shown] of content.matchAll(/\/(F\d+) [\d.]+ Tf|\[(.*?)\] TJ|\bBT\b/g)) {
    if (token === 'BT') text += ' '
    else if (name) font = letters.get(name) ?? []
    else if (shown) {
      for (const [, hex = ''] of shown.matchAll(/<(\w+)>/g)) {
        for (const glyph of hex.match(/.{4}/g) ?? [])
          text += font[Number.parseInt(glyph, 16)] ?? '\uFFFD'
      }
    }
  }
  return text.replace(/\s+/g, ' ').trim()
}
