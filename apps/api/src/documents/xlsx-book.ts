import { Readable } from 'node:stream'
import yazl from 'yazl'
import { type Sheet, type SheetPlaces, sheetXml } from './xlsx-sheet.ts'
import { stylesXml } from './xlsx-styles.ts'
import { escapeXml } from './xlsx-text.ts'

export interface Book {
  /** What the file says of itself. */
  title: string
  createdAt: Date
  /** At least one; each of its own kind of rows. */
  // biome-ignore lint/suspicious/noExplicitAny: sheets of one book need not hold the same
  sheets: Sheet<any>[]
}

/** Most rows of one sheet below its header, with room for headings and totals. */
export const mostSheetRows = 1_048_000

/**
 * A workbook (Office Open XML) as a stream: rows are pulled, written and packed as they are read
 * from it, and nothing of them is kept. The stream fails when a row does: what was read by then is
 * no workbook. Destroying it ends the rows.
 */
export function xlsxBook(book: Book): Readable {
  const zip = new yazl.ZipFile()
  const options = { mtime: book.createdAt, compressionLevel: 6 }
  const add = (path: string, xml: string) => zip.addBuffer(Buffer.from(xml), path, options)
  const output = zip.outputStream as Readable
  let current: Readable | undefined

  add('[Content_Types].xml', contentTypesXml(book))
  add('_rels/.rels', packageXml)
  add('docProps/core.xml', coreXml(book))
  add('xl/styles.xml', stylesXml())
  add('xl/_rels/workbook.xml.rels', relationsXml(book))
  const places: SheetPlaces[] = []
  for (const [index, sheet] of book.sheets.entries()) {
    zip.addReadStreamLazy(`xl/worksheets/sheet${index + 1}.xml`, options, (use) => {
      const told = tell(sheet, (place) => {
        places.push(place)
        // What the workbook says of a sheet is known once it is written.
        if (places.length === book.sheets.length) {
          add('xl/workbook.xml', workbookXml(book, places))
          zip.end()
        }
      })
      current = Readable.from(told, { objectMode: false })
      current.on('error', (error) => output.destroy(error))
      use(null, current)
    })
  }
  zip.on('error', (error) => output.destroy(error))
  output.on('close', () => current?.destroy())
  return output
}

async function* tell(
  sheet: Sheet<unknown>,
  done: (places: SheetPlaces) => void,
): AsyncGenerator<Buffer> {
  done(yield* sheetXml(sheet))
}

const head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
const openXml = 'http://schemas.openxmlformats.org'
const office = `${openXml}/officeDocument/2006/relationships`
const spreadsheet = 'application/vnd.openxmlformats-officedocument.spreadsheetml'

function contentTypesXml({ sheets }: Book): string {
  const part = (name: string, type: string) =>
    `<Override PartName="${name}" ContentType="${type}+xml"/>`
  return [
    `${head}<Types xmlns="${openXml}/package/2006/content-types">`,
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>',
    '<Default Extension="xml" ContentType="application/xml"/>',
    part('/xl/workbook.xml', `${spreadsheet}.sheet.main`),
    ...sheets.map((_, index) =>
      part(`/xl/worksheets/sheet${index + 1}.xml`, `${spreadsheet}.worksheet`),
    ),
    part('/xl/styles.xml', `${spreadsheet}.styles`),
    part('/docProps/core.xml', 'application/vnd.openxmlformats-package.core-properties'),
    '</Types>',
  ].join('')
}

const relation = (id: string, type: string, target: string) =>
  `<Relationship Id="${id}" Type="${type}" Target="${target}"/>`

const packageXml = [
  `${head}<Relationships xmlns="${openXml}/package/2006/relationships">`,
  relation('rId1', `${office}/officeDocument`, 'xl/workbook.xml'),
  relation(
    'rId2',
    `${openXml}/package/2006/relationships/metadata/core-properties`,
    'docProps/core.xml',
  ),
  '</Relationships>',
].join('')

function relationsXml({ sheets }: Book): string {
  return [
    `${head}<Relationships xmlns="${openXml}/package/2006/relationships">`,
    ...sheets.map((_, index) =>
      relation(`rId${index + 1}`, `${office}/worksheet`, `worksheets/sheet${index + 1}.xml`),
    ),
    relation('rIdStyles', `${office}/styles`, 'styles.xml'),
    '</Relationships>',
  ].join('')
}

function coreXml({ title, createdAt }: Book): string {
  return [
    `${head}<cp:coreProperties xmlns:cp="${openXml}/package/2006/metadata/core-properties"`,
    ' xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/"',
    ' xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">',
    `<dc:title>${escapeXml(title)}</dc:title><dc:creator>Đúng Hạn</dc:creator>`,
    `<dcterms:created xsi:type="dcterms:W3CDTF">${createdAt.toISOString()}</dcterms:created>`,
    '</cp:coreProperties>',
  ].join('')
}

function workbookXml({ sheets }: Book, places: SheetPlaces[]): string {
  const names = sheets.map(({ name }) => sheetName(name))
  const defined = places.flatMap(({ headerRow, lastColumn, lastRow }, index) => {
    const sheet = `'${names[index]?.replaceAll("'", "''")}'`
    return [
      `<definedName name="_xlnm._FilterDatabase" localSheetId="${index}" hidden="1">${escapeXml(`${sheet}!$A$${headerRow}:$${lastColumn}$${lastRow}`)}</definedName>`,
      // The header stands on every page that is printed.
      `<definedName name="_xlnm.Print_Titles" localSheetId="${index}">${escapeXml(`${sheet}!$${headerRow}:$${headerRow}`)}</definedName>`,
    ]
  })
  return [
    `${head}<workbook xmlns="${openXml}/spreadsheetml/2006/main" xmlns:r="${office}"><sheets>`,
    ...names.map(
      (name, index) =>
        `<sheet name="${escapeXml(name)}" sheetId="${index + 1}" r:id="rId${index + 1}"/>`,
    ),
    `</sheets><definedNames>${defined.join('')}</definedNames></workbook>`,
  ].join('')
}

/** A name a sheet may bear: 31 units at most, without the signs a formula would trip over. */
function sheetName(name: string): string {
  return (
    name
      .replace(/[\\/?*[\]:]/g, ' ')
      .replace(/^'+|'+$/g, '')
      .slice(0, 31)
      .trim() || 'Sheet'
  )
}
