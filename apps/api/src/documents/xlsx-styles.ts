/*
 * How the cells of our spreadsheets look: the letters of official documents (Nghị định 30/2020),
 * dates day first, a thin line around each cell of the table.
 */

const fonts = {
  plain: '<sz val="12"/><name val="Times New Roman"/><family val="1"/>',
  bold: '<b/><sz val="12"/><name val="Times New Roman"/><family val="1"/>',
  title: '<b/><sz val="14"/><name val="Times New Roman"/><family val="1"/>',
  italic: '<i/><sz val="12"/><name val="Times New Roman"/><family val="1"/>',
  link: '<u/><sz val="12"/><color rgb="FF0B4F9C"/><name val="Times New Roman"/><family val="1"/>',
}
const fontNames = Object.keys(fonts)

/** The first two are the format's own. */
const fills = ['none', 'gray125', 'header']
const borders = ['none', 'thin']

const formats = { general: 0, integer: 3, percent: 164, date: 165, instant: 166 }

interface Look {
  font?: keyof typeof fonts
  format?: keyof typeof formats
  fill?: 'header'
  /** Within the table: a line around it. */
  cell?: boolean
  align?: 'center' | 'right'
  /** Goes on in a further line where it is too long. */
  wrap?: boolean
  middle?: boolean
}

const looks = {
  none: {},
  'heading-title': { font: 'title', align: 'center', middle: true, wrap: true },
  'heading-bold': { font: 'bold', align: 'center', middle: true, wrap: true },
  'heading-plain': { align: 'center', middle: true, wrap: true },
  'heading-note': { font: 'italic', align: 'center', middle: true, wrap: true },
  header: { font: 'bold', fill: 'header', cell: true, align: 'center', wrap: true, middle: true },
  text: { cell: true, wrap: true },
  integer: { cell: true, format: 'integer', align: 'right' },
  percent: { cell: true, format: 'percent', align: 'right' },
  date: { cell: true, format: 'date', align: 'center' },
  instant: { cell: true, format: 'instant', align: 'center' },
  link: { font: 'link', cell: true, wrap: true },
  'total-text': { font: 'bold', cell: true },
  'total-integer': { font: 'bold', cell: true, format: 'integer', align: 'right' },
  'total-percent': { font: 'bold', cell: true, format: 'percent', align: 'right' },
} satisfies Record<string, Look>

export type LookName = keyof typeof looks

const lookNames = Object.keys(looks)

/** The number a cell names its look by. */
export const styleOf = (name: LookName): number => lookNames.indexOf(name)

/** `xl/styles.xml` */
export function stylesXml(): string {
  const side = (name: string) => `<${name} style="thin"><color rgb="FF8A94A0"/></${name}>`
  return [
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>',
    '<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">',
    '<numFmts count="3"><numFmt numFmtId="164" formatCode="0.0%"/>',
    '<numFmt numFmtId="165" formatCode="dd/mm/yyyy"/>',
    '<numFmt numFmtId="166" formatCode="dd/mm/yyyy\\ hh:mm"/></numFmts>',
    `<fonts count="${fontNames.length}">`,
    ...Object.values(fonts).map((font) => `<font>${font}</font>`),
    '</fonts><fills count="3"><fill><patternFill patternType="none"/></fill>',
    '<fill><patternFill patternType="gray125"/></fill>',
    '<fill><patternFill patternType="solid"><fgColor rgb="FFE3EAF3"/><bgColor indexed="64"/></patternFill></fill>',
    '</fills><borders count="2"><border><left/><right/><top/><bottom/><diagonal/></border>',
    `<border>${['left', 'right', 'top', 'bottom'].map(side).join('')}<diagonal/></border></borders>`,
    '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>',
    `<cellXfs count="${lookNames.length}">${Object.values(looks).map(lookXml).join('')}</cellXfs>`,
    '<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles>',
    '</styleSheet>',
  ].join('')
}

function lookXml(look: Look): string {
  const { font = 'plain', format = 'general', fill = 'none', cell, align, wrap, middle } = look
  const alignment = [
    align && ` horizontal="${align}"`,
    // Away from the text of the next column.
    align === 'right' && ' indent="1"',
    ` vertical="${middle ? 'center' : 'top'}"`,
    wrap && ' wrapText="1"',
  ]
  return [
    `<xf numFmtId="${formats[format]}" fontId="${fontNames.indexOf(font)}"`,
    ` fillId="${fills.indexOf(fill)}" borderId="${borders.indexOf(cell ? 'thin' : 'none')}" xfId="0"`,
    ' applyNumberFormat="1" applyFont="1" applyFill="1" applyBorder="1" applyAlignment="1">',
    `<alignment${alignment.filter(Boolean).join('')}/></xf>`,
  ].join('')
}
