import { FileRefused } from './file-refused.ts'

export interface OfficePackage {
  /** Names of all entries, in lower case. */
  names: ReadonlySet<string>
  /** Content of `[content_types].xml` and `mimetype`, where there. */
  parts: ReadonlyMap<string, Buffer>
}

const ooxmlMain = new Map<string, 'docx' | 'xlsx'>([
  ['application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml', 'docx'],
  ['application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml', 'xlsx'],
])
const odfTypes = new Map<string, 'odt' | 'ods'>([
  ['application/vnd.oasis.opendocument.text', 'odt'],
  ['application/vnd.oasis.opendocument.spreadsheet', 'ods'],
])

/**
 * Which office document a ZIP is; null when it does not claim to be a package at all. Throws
 * FileRefused `file-type-not-allowed` for any other package and for one with macros.
 */
export function judgeOfficePackage(content: OfficePackage): 'docx' | 'xlsx' | 'odt' | 'ods' | null {
  const contentTypes = content.parts.get('[content_types].xml')
  if (contentTypes) return judgeOoxml(readContentTypes(contentTypes), content.names)
  const mimetype = content.parts.get('mimetype')
  if (mimetype) return judgeOdf(mimetype.toString('latin1').trim(), content.names)
  return null
}

function judgeOoxml(types: readonly string[], names: ReadonlySet<string>): 'docx' | 'xlsx' {
  if (types.some((type) => macroTypes.test(type))) throw refused('macros')
  for (const name of names) if (macroParts.test(name)) throw refused('macros')

  const kinds = new Set(
    types.map((type) => ooxmlMain.get(type)).filter((kind) => kind !== undefined),
  )
  const [kind, second] = kinds
  if (!kind || second) throw refused('neither a DOCX nor an XLSX')
  return kind
}

/** A macro part may bear any name, but must bear its type; it may bear any type by its usual name. */
const macroTypes = /macroenabled|vbaproject|vbadata|macrosheet/
const macroParts = /(^|\/)(vbaproject\.bin|vbadata\.xml)$|(^|\/)macrosheets\//

function judgeOdf(type: string, names: ReadonlySet<string>): 'odt' | 'ods' {
  for (const name of names) if (isOdfMacro(name)) throw refused('macros')
  const kind = odfTypes.get(type)
  if (!kind) throw refused('neither an ODT nor an ODS')
  return kind
}

/** Indexes of libraries are there in files without macros too; modules are not. */
function isOdfMacro(name: string): boolean {
  if (name.startsWith('scripts/')) return !name.endsWith('/')
  return name.startsWith('basic/') && name.endsWith('.xml') && !/\/script-l[bc]\.xml$/.test(name)
}

/**
 * Every content type a package declares, in lower case. Reads the XML by pattern, so it refuses the
 * ways XML has of hiding text from a pattern, which no office program uses in this part.
 */
function readContentTypes(xml: Buffer): string[] {
  let text: string
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(xml)
  } catch {
    throw refused('content types not in UTF-8')
  }
  if (/\0|<!|&#|<\?(?!xml\s)/.test(text)) throw refused('content types in disguise')
  return Array.from(text.matchAll(/\bContentType\s*=\s*(?:"([^"]*)"|'([^']*)')/g), (match) =>
    (match[1] ?? match[2] ?? '').trim().toLowerCase(),
  )
}

function refused(detail: string): FileRefused {
  return new FileRefused('file-type-not-allowed', `office package: ${detail}`)
}
