import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { formatOfficialDate } from '@dunghan/domain'
import pdfmake, {
  type Content,
  type ContentCell,
  type DocumentDefinition,
  type Placed,
} from 'pdfmake'
import type { Paper, PaperPart, PaperTable } from './paper.ts'
import { columnWidths, headRows } from './paper-head.ts'
import {
  mm,
  motto,
  mottoLine,
  nation,
  points,
  shortLine,
  textWidth,
  toPoints,
} from './paper-measures.ts'

// Tinos has the widths of Times New Roman and all Vietnamese letters, and may be handed on.
const fonts = dirname(fileURLToPath(import.meta.resolve('@expo-google-fonts/tinos/package.json')))
pdfmake.setFonts({
  Tinos: {
    normal: join(fonts, '400Regular/Tinos_400Regular.ttf'),
    bold: join(fonts, '700Bold/Tinos_700Bold.ttf'),
    italics: join(fonts, '400Regular_Italic/Tinos_400Regular_Italic.ttf'),
    bolditalics: join(fonts, '700Bold_Italic/Tinos_700Bold_Italic.ttf'),
  },
})
// Nothing else is read, whatever a paper says.
pdfmake.setUrlAccessPolicy(() => false)
pdfmake.setLocalAccessPolicy((path) => path.startsWith(fonts))

/** Draws a paper as PDF. */
export function drawPdf(paper: Paper): Promise<Uint8Array> {
  return pdfmake.createPdf(definition(paper)).getBuffer()
}

function definition(paper: Paper): DocumentDefinition {
  return {
    pageSize: 'A4',
    pageMargins: [mm.left, mm.top, mm.right, mm.bottom].map(toPoints),
    language: 'vi-VN',
    info: { title: `${paper.typeName} ${paper.abstract}`, author: paper.letterhead.issuingBody },
    defaultStyle: { font: 'Tinos', fontSize: points.body, lineHeight: 1.1 },
    header: (page) =>
      page === 1
        ? ''
        : {
            text: String(page),
            alignment: 'center',
            fontSize: points.pageNumber,
            margin: [0, toPoints(mm.pageNumber), 0, 0],
          },
    pageBreakBefore: (node, around) => leftBehind(node, around.getFollowingNodesOnPage()[0]),
    content: [head(paper), ...title(paper), ...rest(paper)],
  }
}

/** Of headings and the captions of tables. */
const over = { text: 1, table: 2 }

/**
 * Whether what stands over something would be left behind at the end of its page: there is no room
 * below it for two lines, or for the head of a table and a row. Where a table moved to, the layout
 * does not tell.
 */
function leftBehind({ headlineLevel, startPosition }: Placed, next: Placed | undefined): boolean {
  if (headlineLevel === undefined) return false
  const down = startPosition.verticalRatio
  if (headlineLevel === over.table) return down > 0.83
  return down > (next?.headlineLevel === over.table ? 0.77 : 0.9)
}

/** Of a table: at the sides of a cell's text, and its lines. */
const padding = 2.5
const thin = 0.5

/** A line of its width in the middle of where it stands. */
const rule = (width: number, below = 0): Content => ({
  canvas: [{ type: 'line', x1: 0, y1: 0, x2: toPoints(width), y2: 0, lineWidth: 0.75 }],
  alignment: 'center',
  margin: [0, 1, 0, below],
})

function head({ letterhead, date }: Paper): Content {
  const { parentBody, issuingBody, symbol, place } = letterhead
  return {
    columns: [
      {
        width: toPoints(mm.headLeft),
        stack: [
          { text: parentBody, fontSize: points.issuer },
          { text: issuingBody, fontSize: points.issuer, bold: true },
          rule(shortLine(issuingBody, points.issuer), 8),
          { text: `Số:        /${symbol}`, fontSize: points.number, preserveLeadingSpaces: true },
        ],
      },
      {
        width: toPoints(mm.headRight),
        stack: [
          { text: nation, fontSize: points.nation, bold: true },
          { text: motto, fontSize: points.motto, bold: true },
          rule(mottoLine, 8),
          { text: `${place}, ${formatOfficialDate(date)}`, fontSize: points.motto, italics: true },
        ],
      },
    ],
    alignment: 'center',
  }
}

function title({ typeName, abstract }: Paper): Content[] {
  return [
    { text: typeName, bold: true, alignment: 'center', margin: [0, 18, 0, 2] },
    { text: abstract, bold: true, alignment: 'center', margin: [20, 0, 20, 2] },
    rule(shortLine(abstract, points.body), 12),
  ]
}

function drawn(part: PaperPart): Content[] {
  switch (part.kind) {
    case 'heading':
      return [
        {
          text: part.text,
          bold: true,
          headlineLevel: over.text,
          margin: [toPoints(mm.firstLine), 6, 0, 6],
        },
      ]
    case 'paragraph':
      return [
        {
          text: part.text,
          alignment: 'justify',
          leadingIndent: toPoints(mm.firstLine),
          margin: [0, 0, 0, 6],
        },
      ]
    case 'table':
      return table(part)
  }
}

function table({ title, columns, rows, sum }: PaperTable): Content[] {
  const aligned = (texts: readonly string[], bold = false): ContentCell[] =>
    texts.map((text, at) => ({ text, bold, alignment: columns[at]?.align ?? 'left' }))
  const header = headRows(columns).map((row) =>
    row.map(
      (cell): ContentCell =>
        cell
          ? {
              text: cell.text,
              bold: true,
              alignment: 'center',
              verticalAlignment: 'middle',
              colSpan: cell.columns,
              rowSpan: cell.rows,
            }
          : {},
    ),
  )
  const room = toPoints(textWidth) - columns.length * (2 * padding + thin) - thin
  return [
    {
      text: title,
      italics: true,
      alignment: 'center',
      headlineLevel: over.table,
      margin: [0, 4, 0, 4],
    },
    {
      fontSize: points.table,
      lineHeight: 1,
      margin: [0, 0, 0, 10],
      table: {
        headerRows: header.length,
        keepWithHeaderRows: 1,
        dontBreakRows: true,
        widths: columnWidths(columns, room),
        body: [...header, ...rows.map((row) => aligned(row)), ...(sum ? [aligned(sum, true)] : [])],
      },
      layout: {
        hLineWidth: () => thin,
        vLineWidth: () => thin,
        paddingLeft: () => padding,
        paddingRight: () => padding,
        paddingTop: () => 2,
        paddingBottom: () => 2,
      },
    },
  ]
}

/** The signature never stands on a page alone: the last words go with it. */
function rest(paper: Paper): Content[] {
  const words = paper.body.at(-1)?.kind === 'paragraph' ? paper.body.slice(-1) : []
  const before = paper.body.slice(0, paper.body.length - words.length)
  return [
    ...before.flatMap(drawn),
    { unbreakable: true, stack: [...words.flatMap(drawn), foot(paper)] },
  ]
}

function foot({ letterhead: { receivers, signer } }: Paper): Content {
  return {
    margin: [0, 10, 0, 0],
    columns: [
      {
        width: toPoints(mm.receivers),
        stack: [
          { text: 'Nơi nhận:', bold: true, italics: true, fontSize: points.receiversTitle },
          ...receivers.map((name, at) => ({
            text: `- ${name}${at === receivers.length - 1 ? '.' : ';'}`,
            fontSize: points.receivers,
          })),
        ],
      },
      {
        width: toPoints(mm.signature),
        stack: [{ text: signer, bold: true, alignment: 'center', margin: [0, 0, 0, 70] }],
      },
    ],
  }
}
