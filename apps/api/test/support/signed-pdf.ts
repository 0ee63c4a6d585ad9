import { PDFDocument, StandardFonts } from 'pdf-lib'
import { type Identity, makeAuthority, makeSigner } from '../../src/demo/signatures/certificates.ts'
import { type SignOptions, signPlainPdf } from '../../src/demo/signatures/sign-pdf.ts'

export type { SignOptions }
export { type Identity, makeAuthority, makeSigner }

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

/** As `signPlainPdf`, of any maker's PDF. */
export async function signPdf(pdf: Uint8Array, options: SignOptions): Promise<Buffer> {
  return signPlainPdf(await withPlainTrailer(pdf), options)
}

/** A PDF with one signature by a made-up person. */
export async function makeSignedPdf(options: SignedPdfOptions): Promise<Buffer> {
  const { signerName, organization, text = 'Báo cáo kết quả thực hiện', ...rest } = options
  const authority = options.authority ?? makeAuthority({ name: 'CA dùng thử' })
  const signer = makeSigner({ name: signerName, organization, issuer: authority })
  return signPdf(await makePdf(text), { ...rest, signer })
}

/** Other makers' files may keep their objects in streams, which nothing here reads. */
async function withPlainTrailer(pdf: Uint8Array): Promise<Buffer> {
  const bytes = Buffer.from(pdf)
  if (/trailer\s*<</.test(bytes.subarray(-2048).toString('latin1'))) return bytes
  const loaded = await PDFDocument.load(bytes, { updateMetadata: false })
  return Buffer.from(await loaded.save({ useObjectStreams: false }))
}

function withoutMarks(text: string): string {
  return text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/đ/g, 'd')
    .replace(/Đ/g, 'D')
    .replace(/[^\x20-\x7e]/g, '?')
}
