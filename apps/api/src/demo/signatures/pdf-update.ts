/** What an update to a PDF has to know of it. */
export interface PdfEnd {
  /** Where its last cross-reference table begins. */
  xrefAt: number
  /** The first object number not in use. */
  size: number
  catalog: PdfObject
  /** The first page. */
  page: PdfObject
}

export interface PdfObject {
  number: number
  text: string
}

/** Reads the end of a PDF with plain cross-reference tables, as `makePdf` and updates to it have. */
export function readPdfEnd(pdf: Buffer): PdfEnd {
  const text = pdf.toString('latin1')
  const trailer = text.slice(text.lastIndexOf('trailer'))
  const catalog = readObject(text, capture(trailer, /\/Root (\d+) 0 R/))
  const pages = readObject(text, capture(catalog.text, /\/Pages (\d+) 0 R/))
  return {
    xrefAt: capture(trailer, /startxref\s+(\d+)/),
    size: capture(trailer, /\/Size (\d+)/),
    catalog,
    page: readObject(text, capture(pages.text, /\/Kids\s*\[\s*(\d+) 0 R/)),
  }
}

/** The PDF with objects added or replaced after its end, and not a byte before it changed. */
export function appendObjects(pdf: Buffer, end: PdfEnd, objects: readonly PdfObject[]): Buffer {
  let body = '\n'
  let table = 'xref\n'
  for (const { number, text } of objects) {
    table += `${number} 1\n${String(pdf.length + body.length).padStart(10, '0')} 00000 n \n`
    body += `${number} 0 obj\n${text}\nendobj\n`
  }
  const size = Math.max(end.size, ...objects.map(({ number }) => number + 1))
  const trailer = `trailer\n<< /Size ${size} /Root ${end.catalog.number} 0 R /Prev ${end.xrefAt} >>`
  const xrefAt = pdf.length + body.length
  const added = `${body}${table}${trailer}\nstartxref\n${xrefAt}\n%%EOF\n`
  return Buffer.concat([pdf, Buffer.from(added, 'latin1')])
}

/** The last version of an object in the file. */
function readObject(text: string, number: number): PdfObject {
  const head = `\n${number} 0 obj\n`
  const start = text.lastIndexOf(head) + head.length
  return { number, text: text.slice(start, text.indexOf('\nendobj', start)) }
}

function capture(text: string, pattern: RegExp): number {
  const found = pattern.exec(text)?.[1]
  if (found === undefined) throw new Error(`no ${pattern} in this PDF`)
  return Number(found)
}
