import { PDFDocument, StandardFonts } from 'pdf-lib'
import { appendObjects, readPdfEnd } from './pdf-update.ts'
import { type Identity, makeAuthority, makeSigner } from './test-certificates.ts'
import { type CmsOptions, makeCms } from './test-cms.ts'

export { type Identity, makeAuthority, makeSigner } from './test-certificates.ts'

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

export interface SignedPdfOptions extends Partial<Omit<SignOptions, 'signer'>> {
  signerName: string
  organization?: string
  /** Who certifies the signer; left out: one made up for this file. */
  authority?: Identity
  text?: string
}

/**
 * A small PDF of one page. The page shows the text without Vietnamese marks, for the fonts every
 * reader brings along lack them; the title keeps them.
 */
export async function makePdf(text: string): Promise<Buffer> {
  const pdf = await PDFDocument.create()
  const page = pdf.addPage([595, 842])
  const font = await pdf.embedFont(StandardFonts.TimesRoman)
  for (const [index, line] of text.split('\n').entries()) {
    page.drawText(withoutMarks(line), { x: 85, y: 770 - index * 20, size: 13, font })
  }
  pdf.setTitle(text.split('\n', 1)[0] ?? '')
  return Buffer.from(await pdf.save({ useObjectStreams: false }))
}

/** Signs any PDF: the first time and again, each signature appended without touching what is there. */
export async function signPdf(pdf: Uint8Array, options: SignOptions): Promise<Buffer> {
  const { signer, signedAt = new Date('2026-01-01T02:00:00Z'), room = 6000 } = options
  const cades = options.subFilter === 'ETSI.CAdES.detached'
  const { prepared, gap } = appendSignature(await withPlainTrailer(pdf), options, signedAt, room)
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

/** A PDF with one signature by a made-up person. */
export async function makeSignedPdf(options: SignedPdfOptions): Promise<Buffer> {
  const { signerName, organization, text = 'Báo cáo kết quả thực hiện', ...rest } = options
  const authority = options.authority ?? makeAuthority({ name: 'CA dùng thử' })
  const signer = makeSigner({ name: signerName, organization, issuer: authority })
  return signPdf(await makePdf(text), { ...rest, signer })
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

/** Other makers' files may keep their objects in streams, which nothing here reads. */
async function withPlainTrailer(pdf: Uint8Array): Promise<Buffer> {
  const bytes = Buffer.from(pdf)
  if (/trailer\s*<</.test(bytes.subarray(-2048).toString('latin1'))) return bytes
  const loaded = await PDFDocument.load(bytes, { updateMetadata: false })
  return Buffer.from(await loaded.save({ useObjectStreams: false }))
}

/** UTF-16 with its mark, in hex. */
function textString(text: string): string {
  return `<FEFF${Buffer.from(text, 'utf16le').swap16().toString('hex').toUpperCase()}>`
}

function withoutMarks(text: string): string {
  return text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/đ/g, 'd')
    .replace(/Đ/g, 'D')
    .replace(/[^\x20-\x7e]/g, '?')
}
