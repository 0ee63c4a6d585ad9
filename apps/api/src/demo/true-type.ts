import { readFileSync } from 'node:fs'

/** A TrueType font as a PDF needs it. */
export interface Font {
  name: string
  file: Buffer
  /** Glyph by character code. */
  glyphs: Map<number, number>
  /** Of every glyph, in thousandths of the size. */
  widths: number[]
  widthOf(text: string): number
  /** The glyphs of a text, in hex. */
  encode(text: string): string
}

/** Reads the tables it needs of a font with a plain (format 4) character table. */
export function readFont(path: string, name: string): Font {
  const file = readFileSync(path)
  const table = tableFinder(file)
  const unitsPerEm = file.readUInt16BE(table('head') + 18)
  const measured = file.readUInt16BE(table('hhea') + 34)
  const count = file.readUInt16BE(table('maxp') + 4)
  const widths = Array.from({ length: count }, (_, glyph) => {
    const at = table('hmtx') + Math.min(glyph, measured - 1) * 4
    return Math.round((file.readUInt16BE(at) * 1000) / unitsPerEm)
  })
  const glyphs = readCharacters(file, table('cmap'))
  const glyphsOf = (text: string) =>
    [...text.normalize('NFC')].map((letter) => glyphs.get(letter.codePointAt(0) ?? 0) ?? 0)
  return {
    name,
    file,
    glyphs,
    widths,
    widthOf: (text) => glyphsOf(text).reduce((sum, glyph) => sum + (widths[glyph] ?? 0), 0),
    encode: (text) =>
      glyphsOf(text)
        .map((glyph) => glyph.toString(16).padStart(4, '0'))
        .join(''),
  }
}

function tableFinder(file: Buffer): (tag: string) => number {
  const offsets = new Map<string, number>()
  for (let i = 0; i < file.readUInt16BE(4); i++) {
    const at = 12 + i * 16
    offsets.set(file.toString('latin1', at, at + 4), file.readUInt32BE(at + 8))
  }
  return (tag) => {
    const offset = offsets.get(tag)
    if (offset === undefined) throw new Error(`the font has no table ${tag}`)
    return offset
  }
}

/** The first character table: segments of codes, each moved by a number or looked up. */
function readCharacters(file: Buffer, cmap: number): Map<number, number> {
  const table = cmap + file.readUInt32BE(cmap + 8)
  if (file.readUInt16BE(table) !== 4) throw new Error('the font has no plain character table')
  const size = file.readUInt16BE(table + 6)
  const glyphs = new Map<number, number>()
  for (let at = 0; at < size; at += 2) {
    const last = file.readUInt16BE(table + 14 + at)
    const first = file.readUInt16BE(table + 16 + size + at)
    const delta = file.readUInt16BE(table + 16 + size * 2 + at)
    const rangeAt = table + 16 + size * 3 + at
    const range = file.readUInt16BE(rangeAt)
    for (let code = first; code <= last && code < 0xffff; code++) {
      const found = range === 0 ? code : file.readUInt16BE(rangeAt + range + (code - first) * 2)
      if (found !== 0) glyphs.set(code, (found + delta) & 0xffff)
    }
  }
  return glyphs
}
