import { formatOfficialDate } from '@dunghan/domain'
import {
  AlignmentType,
  BorderStyle,
  Document,
  Header,
  type IParagraphOptions,
  type IRunOptions,
  LineRuleType,
  Packer,
  PageNumber,
  Paragraph,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TextRun,
  VerticalAlignTable,
  WidthType,
} from 'docx'
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

/** Draws a paper as DOCX. */
export async function drawDocx(paper: Paper): Promise<Uint8Array> {
  const document = new Document({
    title: `${paper.typeName} ${paper.abstract}`,
    creator: paper.letterhead.issuingBody,
    styles: {
      default: {
        document: {
          run: { font: 'Times New Roman', size: size(points.body), language: { value: 'vi-VN' } },
        },
      },
    },
    sections: [
      {
        properties: {
          titlePage: true,
          page: {
            size: { width: twips(mm.pageWidth), height: twips(mm.pageHeight) },
            margin: {
              top: twips(mm.top),
              right: twips(mm.right),
              bottom: twips(mm.bottom),
              left: twips(mm.left),
              header: twips(mm.pageNumber),
            },
          },
        },
        headers: { first: new Header({ children: [] }), default: pageNumber() },
        children: [
          head(paper),
          ...title(paper),
          ...paper.body.flatMap((part, at) => drawn(part, at === paper.body.length - 1)),
          foot(paper),
        ],
      },
    ],
  })
  return Packer.toBuffer(document)
}

/** Word measures in twentieths of a point. */
const twips = (millimetres: number) => Math.round(toPoints(millimetres) * 20)

/** Word counts in half points. */
const size = (inPoints: number) => Math.round(inPoints * 2)

/** Without what XML has no way to write. */
const written = (text: string) =>
  text.toWellFormed().replace(/[^\t\n\r\u0020-\ufffd\u{10000}-\u{10ffff}]/gu, '')

/** One paragraph of one look. */
const line = (
  text: string,
  run: IRunOptions,
  paragraph: Omit<IParagraphOptions, 'text' | 'children'> = {},
) => new Paragraph({ ...paragraph, children: [new TextRun({ ...run, text: written(text) })] })

const centered = { alignment: AlignmentType.CENTER }

/** A line in the middle of where it stands: the upper border of an empty paragraph. */
function rule(width: number, within: number, after = 120): Paragraph {
  const side = twips(Math.max(0, (within - width) / 2))
  return new Paragraph({
    border: { top: { style: BorderStyle.SINGLE, size: 6, space: 1, color: '000000' } },
    indent: { left: side, right: side },
    spacing: { before: 20, after, line: 60, lineRule: LineRuleType.EXACT },
    children: [],
  })
}

function pageNumber(): Header {
  const number = new TextRun({ children: [PageNumber.CURRENT], size: size(points.pageNumber) })
  return new Header({ children: [new Paragraph({ ...centered, children: [number] })] })
}

/** Two columns side by side, without lines. */
function sideBySide(
  [left, right]: [number, number],
  [atLeft, atRight]: [Paragraph[], Paragraph[]],
): Table {
  const none = { style: BorderStyle.NONE, size: 0, color: 'auto' }
  const cell = (width: number, children: Paragraph[]) =>
    new TableCell({ width: { size: twips(width), type: WidthType.DXA }, children })
  return new Table({
    layout: TableLayoutType.FIXED,
    width: { size: twips(left + right), type: WidthType.DXA },
    columnWidths: [twips(left), twips(right)],
    margins: { left: 0, right: 0 },
    borders: {
      top: none,
      bottom: none,
      left: none,
      right: none,
      insideHorizontal: none,
      insideVertical: none,
    },
    rows: [new TableRow({ cantSplit: true, children: [cell(left, atLeft), cell(right, atRight)] })],
  })
}

function head({ letterhead, date }: Paper): Table {
  const { parentBody, issuingBody, symbol, place } = letterhead
  const issuer = { size: size(points.issuer) }
  const when = { size: size(points.motto), italics: true }
  return sideBySide(
    [mm.headLeft, mm.headRight],
    [
      [
        line(parentBody, issuer, centered),
        line(issuingBody, { ...issuer, bold: true }, centered),
        rule(shortLine(issuingBody, points.issuer), mm.headLeft),
        line(`Số:        /${symbol}`, { size: size(points.number) }, centered),
      ],
      [
        line(nation, { size: size(points.nation), bold: true }, centered),
        line(motto, { size: size(points.motto), bold: true }, centered),
        rule(mottoLine, mm.headRight),
        line(`${place}, ${formatOfficialDate(date)}`, when, centered),
      ],
    ],
  )
}

function title({ typeName, abstract }: Paper): Paragraph[] {
  const side = { left: twips(7), right: twips(7) }
  return [
    line(typeName, { bold: true }, { ...centered, spacing: { before: 360, after: 40 } }),
    line(abstract, { bold: true }, { ...centered, indent: side }),
    rule(shortLine(abstract, points.body), textWidth, 200),
  ]
}

const firstLine = { firstLine: twips(mm.firstLine) }

/** @param last goes with the signature, which never stands on a page alone */
function drawn(part: PaperPart, last: boolean): (Paragraph | Table)[] {
  switch (part.kind) {
    case 'heading':
      return [
        line(
          part.text,
          { bold: true },
          { indent: firstLine, keepNext: true, spacing: { before: 120, after: 120 } },
        ),
      ]
    case 'paragraph':
      return [
        line(
          part.text,
          {},
          {
            alignment: AlignmentType.JUSTIFIED,
            keepNext: last,
            keepLines: last,
            indent: firstLine,
            spacing: { after: 120, line: 264, lineRule: LineRuleType.AUTO },
          },
        ),
      ]
    case 'table':
      return table(part)
  }
}

function table({ title, columns, rows, sum }: PaperTable): (Paragraph | Table)[] {
  const widths = columnWidths(columns, textWidth).map(twips)
  const letters = { size: size(points.table) }
  const header = headRows(columns).map(
    (cells) =>
      new TableRow({
        tableHeader: true,
        cantSplit: true,
        children: cells.flatMap((cell) =>
          cell
            ? new TableCell({
                columnSpan: cell.columns,
                rowSpan: cell.rows,
                verticalAlign: VerticalAlignTable.CENTER,
                children: [
                  line(cell.text, { ...letters, bold: true }, { ...centered, keepNext: true }),
                ],
              })
            : [],
        ),
      }),
  )
  const row = (texts: readonly string[], bold = false) =>
    new TableRow({
      cantSplit: true,
      children: texts.map(
        (text, at) =>
          new TableCell({
            width: { size: widths[at] ?? 0, type: WidthType.DXA },
            children: [
              line(
                text,
                { ...letters, bold },
                columns[at]?.align === 'center' ? centered : { alignment: AlignmentType.LEFT },
              ),
            ],
          }),
      ),
    })
  return [
    line(
      title,
      { italics: true },
      { ...centered, keepNext: true, spacing: { before: 80, after: 80 } },
    ),
    new Table({
      layout: TableLayoutType.FIXED,
      width: { size: twips(textWidth), type: WidthType.DXA },
      columnWidths: widths,
      margins: { left: 45, right: 45, top: 30, bottom: 30 },
      rows: [...header, ...rows.map((texts) => row(texts)), ...(sum ? [row(sum, true)] : [])],
    }),
    new Paragraph({
      spacing: { after: 0, line: 160, lineRule: LineRuleType.EXACT },
      children: [],
    }),
  ]
}

function foot({ letterhead: { receivers, signer } }: Paper): Table {
  const small = { size: size(points.receivers) }
  return sideBySide(
    [mm.receivers, mm.signature],
    [
      [
        line('Nơi nhận:', { size: size(points.receiversTitle), bold: true, italics: true }),
        ...receivers.map((name, at) =>
          line(`- ${name}${at === receivers.length - 1 ? '.' : ';'}`, small),
        ),
      ],
      [line(signer, { bold: true }, { ...centered, spacing: { after: 1400 } })],
    ],
  )
}
