import { deflateSync } from 'node:zlib'
import type { Font } from './true-type.ts'

/** A line of a page; `y` counts from the top, in points. */
export interface PdfLine {
  text: string
  font: Font
  size: number
  y: number
  /** Left edge; centred about `center` where that is given instead. */
  x?: number
  center?: number
}

const width = 595
const height = 842

/**
 * A PDF of one A4 page in which Vietnamese can be read, searched and copied: the fonts are in it
 * whole, with the table that leads back from glyphs to letters. Objects stand plain in the file, so
 * that it can be signed.
 * @param scanned drawn on a greyish page and slightly askew, as a scanner leaves it
 */
export function makePdf(title: string, lines: readonly PdfLine[], scanned = false): Buffer {
  const fonts = [...new Set(lines.map(({ font }) => font))]
  const parts: Buffer[] = []
  const put = (number: number, dictionary: string, stream?: Buffer) => {
    const head = stream ? dictionary.replace(/>>$/, `/Length ${stream.length} >>`) : dictionary
    parts[number] = Buffer.concat([
      Buffer.from(`${number} 0 obj\n${head}\n`, 'latin1'),
      ...(stream ? [Buffer.from('stream\n'), stream, Buffer.from('\nendstream\n')] : []),
      Buffer.from('endobj\n'),
    ])
  }
  const first = 6
  const resources = fonts.map((_, i) => `/F${i} ${first + i * 5} 0 R`).join(' ')
  put(1, '<< /Type /Catalog /Pages 2 0 R /Lang (vi) >>')
  put(2, '<< /Type /Pages /Kids [3 0 R] /Count 1 >>')
  put(
    3,
    `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 ${width} ${height}] /Contents 4 0 R /Resources << /Font << ${resources} >> >> >>`,
  )
  put(4, '<< /Filter /FlateDecode >>', deflateSync(drawing(lines, fonts, scanned)))
  put(5, `<< /Title <FEFF${utf16(title)}> >>`)
  for (const [i, font] of fonts.entries()) putFont(put, first + i * 5, font)
  return withTable(parts)
}

function drawing(lines: readonly PdfLine[], fonts: Font[], scanned: boolean): Buffer {
  const paper = scanned
    ? `0.94 0.94 0.92 rg 0 0 ${width} ${height} re f\n1 0.011 -0.011 1 6 -4 cm\n`
    : ''
  const ink = scanned ? '0.2 0.2 0.25 rg\n' : '0 g\n'
  const shown = lines.map(({ text, font, size, y, x, center }) => {
    const left = x ?? (center ?? width / 2) - (font.widthOf(text) * size) / 2000
    return `BT /F${fonts.indexOf(font)} ${size} Tf ${left.toFixed(1)} ${(height - y).toFixed(1)} Td <${font.encode(text)}> Tj ET`
  })
  return Buffer.from(paper + ink + shown.join('\n'), 'latin1')
}

type Put = (number: number, dictionary: string, stream?: Buffer) => void

function putFont(put: Put, at: number, font: Font): void {
  put(
    at,
    `<< /Type /Font /Subtype /Type0 /BaseFont /${font.name} /Encoding /Identity-H /DescendantFonts [${at + 1} 0 R] /ToUnicode ${at + 4} 0 R >>`,
  )
  put(
    at + 1,
    `<< /Type /Font /Subtype /CIDFontType2 /BaseFont /${font.name} /CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >> /FontDescriptor ${at + 2} 0 R /CIDToGIDMap /Identity /W [0 [${font.widths.join(' ')}]] >>`,
  )
  put(
    at + 2,
    `<< /Type /FontDescriptor /FontName /${font.name} /Flags 4 /FontBBox [-200 -300 1200 1000] /ItalicAngle 0 /Ascent 891 /Descent -216 /CapHeight 662 /StemV 80 /FontFile2 ${at + 3} 0 R >>`,
  )
  put(at + 3, `<< /Filter /FlateDecode /Length1 ${font.file.length} >>`, deflateSync(font.file))
  put(at + 4, '<< /Filter /FlateDecode >>', deflateSync(Buffer.from(lettersOf(font), 'latin1')))
}

/** From glyphs back to letters, a hundred in a block at most. */
function lettersOf(font: Font): string {
  const rows = [...font.glyphs].map(([code, glyph]) => `<${hex(glyph)}> <${hex(code)}>`)
  const blocks: string[] = []
  for (let i = 0; i < rows.length; i += 100) {
    const block = rows.slice(i, i + 100)
    blocks.push(`${block.length} beginbfchar\n${block.join('\n')}\nendbfchar`)
  }
  return [
    '/CIDInit /ProcSet findresource begin 12 dict begin begincmap',
    '/CMapName /Letters def /CMapType 2 def',
    '1 begincodespacerange <0000> <FFFF> endcodespacerange',
    ...blocks,
    'endcmap CMapName currentdict /CMap defineresource pop end end',
  ].join('\n')
}

function withTable(parts: Buffer[]): Buffer {
  const head = Buffer.from('%PDF-1.7\n%\u00e2\u00e3\u00cf\u00d3\n', 'latin1')
  let at = head.length
  const rows = parts.slice(1).map((part) => {
    const row = `${String(at).padStart(10, '0')} 00000 n \n`
    at += part.length
    return row
  })
  const table = `xref\n0 ${parts.length}\n0000000000 65535 f \n${rows.join('')}`
  const trailer = `trailer\n<< /Size ${parts.length} /Root 1 0 R /Info 5 0 R >>\nstartxref\n${at}\n%%EOF\n`
  return Buffer.concat([head, ...parts.slice(1), Buffer.from(table + trailer, 'latin1')])
}

const hex = (value: number) => value.toString(16).toUpperCase().padStart(4, '0')
const utf16 = (text: string) => Buffer.from(text, 'utf16le').swap16().toString('hex').toUpperCase()
