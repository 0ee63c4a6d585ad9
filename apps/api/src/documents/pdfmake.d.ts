/*
 * What is used of pdfmake. Its published types pull in those of the browser, and with them globals
 * that are not there in Node.
 */
declare module 'pdfmake' {
  interface Look {
    font?: string
    fontSize?: number
    lineHeight?: number
    bold?: boolean
    italics?: boolean
    alignment?: 'left' | 'center' | 'justify'
    verticalAlignment?: 'middle'
    /** Of the first line, in points. */
    leadingIndent?: number
    preserveLeadingSpaces?: boolean
    /** Left, top, right, bottom, in points. */
    margin?: [number, number, number, number]
    unbreakable?: boolean
    /** Stands over something. */
    headlineLevel?: number
    width?: number
  }

  interface Canvas {
    type: 'line'
    x1: number
    y1: number
    x2: number
    y2: number
    lineWidth: number
  }

  export type Content = Look &
    (
      | { text: string }
      | { stack: Content[] }
      | { columns: Content[] }
      | { canvas: Canvas[] }
      | { table: ContentTable; layout: Record<string, () => number> }
    )

  /** An empty one is where another cell reaches. */
  export type ContentCell = (Look & { text: string; colSpan?: number; rowSpan?: number }) | object

  interface ContentTable {
    headerRows: number
    /** Rows that stay on the page of the head. */
    keepWithHeaderRows: number
    dontBreakRows: boolean
    widths: number[]
    body: ContentCell[][]
  }

  export interface Placed {
    headlineLevel?: number
    /** How far down the page it begins, of its height within the margins. */
    startPosition: { verticalRatio: number }
  }

  export interface DocumentDefinition {
    pageSize: 'A4'
    pageMargins: number[]
    language: string
    info: { title: string; author: string }
    defaultStyle: Look
    header: (page: number) => Content | ''
    pageBreakBefore: (node: Placed, around: { getFollowingNodesOnPage(): Placed[] }) => boolean
    content: Content[]
  }

  const pdfmake: {
    setFonts(fonts: Record<string, Record<string, string>>): void
    setUrlAccessPolicy(allows: (url: string) => boolean): void
    setLocalAccessPolicy(allows: (path: string) => boolean): void
    createPdf(definition: DocumentDefinition): { getBuffer(): Promise<Uint8Array> }
  }
  export default pdfmake
}
