import { CsvFile, PaperFile, XlsxFile } from '@dunghan/contract'
import { mediaTypes } from '../documents/document-file.ts'

/** What a route says it answers that gives one content in the format asked for. */
export const documentAnswer = {
  description: 'The document in the format asked for',
  content: {
    [mediaTypes.xlsx]: { schema: XlsxFile },
    'text/csv': { schema: CsvFile },
    [mediaTypes.docx]: { schema: PaperFile },
    [mediaTypes.pdf]: { schema: PaperFile },
  },
}
