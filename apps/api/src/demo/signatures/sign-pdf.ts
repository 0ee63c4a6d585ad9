import type { Identity } from './certificates.ts'
import { type CmsOptions, makeCms } from './cms.ts'
import { appendObjects, readPdfEnd } from './pdf-update.ts'

export interface SignOptions extends Omit<CmsOptions, 'signingTime' | 'boundTo'> {
  /** Left out: the first of January 2026. */
  signedAt?: Date
  reason?: string
  subFilter?: string
  /** Bytes kept for the signature; what it does not fill is zeros. */
  room?: number
  /** Changes the finished CMS before it is put in. */
  tamper?: (cms: Buffer) => Buffer
  boundTo?: Identity | null
}

/**
 * Signs a PDF whose objects stand plain in the file: the first time and again, each signature
 * appended without touching what is there. For demonstration and tests alone: the keys are made up.
 */
export function signPlainPdf(pdf: Buffer, options: SignOptions): Buffer {
  const { signer, signedAt = new Date('2026-01-01T02:00:00Z'), room = 6000 } = options
  const cades = options.subFilter === 'ETSI.CAdES.detached'
  const { prepared, gap } = appendSignature(pdf, options, signedAt, room)
  const content = Buffer.concat([prepared.subarray(0, gap.start), prepared.subarray(gap.end)])
  const cms = makeCms(content, {
    ...options,
    signer,
    signingTime: cades ? null : signedAt,
    boundTo: options.boundTo === undefined ? (cades ? signer : null) : options.boundTo,
  })
  const hex = (options.tamper?.(cms) ?? cms).toString('hex')
  if (hex.length > room * 2) throw new Error(`a signature of ${hex.length / 2} bytes has no room`)
  prepared.write(hex, gap.start + 1, 'latin1')
  return prepared
}

/** The update that holds the signature's dictionary, its byte range set, its contents zeros. */
function appendSignature(pdf: Buffer, options: SignOptions, signedAt: Date, room: number) {
  const end = readPdfEnd(pdf)
  const [signature, field] = [end.size, end.size + 1]
  const blankRange = '[0 0000000000 0000000000 0000000000]'
  const prepared = appendObjects(pdf, end, [
    {
      number: signature,
      text: [
        `<< /Type /Sig /Filter /Adobe.PPKLite /SubFilter /${options.subFilter ?? 'adbe.pkcs7.detached'}`,
        `/ByteRange ${blankRange}`,
        `/Contents <${'00'.repeat(room)}>`,
        `/M (D:${signedAt.toISOString().replace(/[-:T]/g, '').slice(0, 14)}Z)`,
        ...(options.reason ? [`/Reason ${textString(options.reason)}`] : []),
        '>>',
      ].join('\n'),
    },
    {
      number: field,
      text: `<< /Type /Annot /Subtype /Widget /FT /Sig /T (Signature${field}) /F 132 /Rect [0 0 0 0] /V ${signature} 0 R /P ${end.page.number} 0 R >>`,
    },
    { number: end.catalog.number, text: withField(end.catalog.text, field) },
    { number: end.page.number, text: withReference(end.page.text, 'Annots', field) },
  ])
  const gapStart = prepared.indexOf('/Contents <0000', pdf.length) + '/Contents '.length
  const gap = { start: gapStart, end: gapStart + room * 2 + 2 }
  const digits = (value: number) => String(value).padStart(10, '0')
  const range = `[0 ${digits(gap.start)} ${digits(gap.end)} ${digits(prepared.length - gap.end)}]`
  prepared.write(range, prepared.indexOf(blankRange, pdf.length), 'latin1')
  return { prepared, gap }
}

function withField(catalog: string, field: number): string {
  if (catalog.includes('/AcroForm')) return withReference(catalog, 'Fields', field)
  return catalog.replace(/>>\s*$/, `/AcroForm << /SigFlags 3 /Fields [${field} 0 R] >>\n>>`)
}

function withReference(dictionary: string, key: string, number: number): string {
  const list = new RegExp(`/${key}\\s*\\[`)
  if (list.test(dictionary)) return dictionary.replace(list, `/${key} [${number} 0 R `)
  return dictionary.replace(/>>\s*$/, `/${key} [${number} 0 R]\n>>`)
}

/** UTF-16 with its mark, in hex. */
function textString(text: string): string {
  return `<FEFF${Buffer.from(text, 'utf16le').swap16().toString('hex').toUpperCase()}>`
}
