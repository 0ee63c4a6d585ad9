import yauzl, { type Entry, type ZipFile } from 'yauzl'

/** A cell as the file has it, before any program shows it. */
export interface Cell {
  /** `inlineStr` is text, `str` a formula's text, null a number. */
  type: 'inlineStr' | 'str' | null
  style: number
  formula: string | null
  /** Unescaped, as it would be read; null where it is empty. */
  value: string | null
}

export interface ReadSheet {
  xml: string
  /** By place: `A1`. */
  cells: Map<string, Cell>
  /** The values of rows, from the first to the last column. */
  rows: (string | null)[][]
}

/** The parts of a workbook, by name. Every entry's checksum is held against its content. */
export async function readParts(file: Buffer): Promise<Map<string, string>> {
  const zip = await new Promise<ZipFile>((resolve, reject) => {
    yauzl.fromBuffer(file, { lazyEntries: true }, (error, opened) =>
      error ? reject(error) : resolve(opened),
    )
  })
  const parts = new Map<string, string>()
  await new Promise<void>((resolve, reject) => {
    zip.on('end', resolve).on('error', reject)
    zip.on('entry', (entry: Entry) => {
      zip.openReadStream(entry, async (error, stream) => {
        if (error) return reject(error)
        const chunks: Buffer[] = []
        for await (const chunk of stream) chunks.push(chunk as Buffer)
        parts.set(entry.fileName, Buffer.concat(chunks).toString())
        zip.readEntry()
      })
    })
    zip.readEntry()
  })
  return parts
}

export async function readSheet(file: Buffer, number = 1): Promise<ReadSheet> {
  const xml = (await readParts(file)).get(`xl/worksheets/sheet${number}.xml`) ?? ''
  const cells = new Map<string, Cell>()
  const rows: ReadSheet['rows'] = []
  for (const [, row = ''] of xml.matchAll(/<row [^>]*>(.*?)<\/row>/gs)) {
    const values: (string | null)[] = []
    const found = row.matchAll(
      /<c r="([A-Z]+\d+)" s="(\d+)"(?: t="(\w+)")?(?:\/>|>(?:<f>(.*?)<\/f>)?(.*?)<\/c>)/gs,
    )
    for (const [, at = '', style, type, formula, content = ''] of found) {
      const value = /<(?:t|v)[^>]*>(.*?)<\/(?:t|v)>/s.exec(content)?.[1] ?? null
      cells.set(at, {
        type: (type as Cell['type']) ?? null,
        style: Number(style),
        formula: formula === undefined ? null : unescaped(formula),
        value: value === null ? null : unescaped(value),
      })
      values.push(value === null ? null : unescaped(value))
    }
    rows.push(values)
  }
  return { xml, cells, rows }
}

/** The civil date of a day as Excel counts them. */
export function dateOf(serial: string | null | undefined): string {
  return new Date(Date.UTC(1899, 11, 30) + Number(serial) * 86_400_000).toISOString().slice(0, 10)
}

const unescaped = (xml: string) =>
  xml
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&quot;/g, '"')
    .replace(/&amp;/g, '&')
    .replace(/_x005F_/g, '_')
