import { join } from 'node:path'
import { demoLeaders } from '../../../../prisma/demo/people.ts'
import { madeUpNotice } from '../../../../prisma/demo/phrases.ts'
import { makePdf, type PdfLine } from './make-pdf.ts'
import { makeAuthority, makeSigner } from './signatures/certificates.ts'
import { signPlainPdf } from './signatures/sign-pdf.ts'
import { readFont } from './true-type.ts'

/** What a paper is used for; each has a few samples. */
export type PaperUse =
  | 'directive-signed'
  | 'directive-unsigned'
  | 'report-signed'
  | 'report-scan'
  | 'annex'

export interface SamplePaper {
  use: PaperUse
  bytes: Buffer
}

const fonts = join(import.meta.dirname, '../../../../prisma/demo/fonts')

const bodies = {
  directive: [
    'Ủy ban nhân dân tỉnh yêu cầu Thủ trưởng các sở, ban, ngành tỉnh,',
    'Chủ tịch Ủy ban nhân dân các địa phương khẩn trương tổ chức thực hiện',
    'nhiệm vụ được giao đúng thời hạn và báo cáo kết quả trên phần mềm.',
  ],
  report: [
    'Thực hiện ý kiến chỉ đạo của Ủy ban nhân dân tỉnh, đơn vị đã tổ chức',
    'triển khai, phân công bộ phận phụ trách và hoàn thành nội dung được giao.',
    'Kính báo cáo Ủy ban nhân dân tỉnh xem xét, chỉ đạo.',
  ],
  annex: [
    'Biểu tổng hợp số liệu kèm theo văn bản: số thứ tự, nội dung, đơn vị,',
    'kết quả thực hiện, ghi chú.',
  ],
} as const

/**
 * The few real files that all documents of the made-up province share, made and signed anew each
 * time: the authority behind the signatures exists for the demonstration alone.
 * @param signedAt of all of them; before the story begins
 */
export function makeSamplePapers(signedAt: Date): SamplePaper[] {
  const regular = readFont(join(fonts, 'tinos-regular.ttf'), 'Tinos')
  const bold = readFont(join(fonts, 'tinos-bold.ttf'), 'Tinos-Bold')
  const draw = (name: string, body: readonly string[], signer: string, scanned = false) => {
    const right = 400
    const lines: PdfLine[] = [
      { text: 'ỦY BAN NHÂN DÂN TỈNH', font: bold, size: 12, y: 70, center: 160 },
      { text: 'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM', font: bold, size: 12, y: 70, center: right },
      { text: 'Độc lập - Tự do - Hạnh phúc', font: bold, size: 13, y: 87, center: right },
      { text: name.toLocaleUpperCase('vi'), font: bold, size: 15, y: 160 },
      ...body.map((text, i) => ({ text, font: regular, size: 13.5, y: 205 + i * 21, x: 85 })),
      { text: signer, font: bold, size: 13, y: 400, center: right },
      { text: madeUpNotice.toLocaleUpperCase('vi'), font: bold, size: 22, y: 560 },
      {
        text: 'Văn bản này không có thật, chỉ dùng để giới thiệu phần mềm Đúng Hạn.',
        font: regular,
        size: 12,
        y: 585,
      },
    ]
    return makePdf(`${name} (${madeUpNotice})`, lines, scanned)
  }
  const authority = makeAuthority({ name: `Chứng thực số - ${madeUpNotice}` })
  const signed = (pdf: Buffer, name: string, organization: string) =>
    signPlainPdf(pdf, { signer: makeSigner({ name, organization, issuer: authority }), signedAt })
  const heads = ['Nguyễn Thị Kim Ngân', 'Trần Hữu Phước', 'Lê Văn Nghĩa']
  return [
    ...demoLeaders.map(({ name }) => ({
      use: 'directive-signed' as const,
      bytes: signed(
        draw('Văn bản giao nhiệm vụ', bodies.directive, name),
        name,
        'Ủy ban nhân dân tỉnh',
      ),
    })),
    ...demoLeaders.slice(0, 2).map(({ name }) => ({
      use: 'directive-unsigned' as const,
      bytes: draw('Văn bản giao nhiệm vụ', bodies.directive, name, true),
    })),
    ...heads.map((name) => ({
      use: 'report-signed' as const,
      bytes: signed(
        draw('Báo cáo kết quả thực hiện', bodies.report, name),
        name,
        'Thủ trưởng đơn vị',
      ),
    })),
    ...heads.map((name) => ({
      use: 'report-scan' as const,
      bytes: draw('Báo cáo kết quả thực hiện', bodies.report, name, true),
    })),
    { use: 'annex', bytes: draw('Phụ lục', bodies.annex, '') },
  ]
}
