import {
  IconFileTypeCsv,
  IconFileTypeDocx,
  IconFileTypePdf,
  IconFileTypeXls,
} from '@tabler/icons-react'
import { m } from '../paraglide/messages.js'
import { DownloadButton } from './download-button.tsx'

interface Props {
  urlOf: (format: 'docx' | 'pdf' | 'xlsx' | 'csv') => string
  /** Whether the drafts to be signed, in the name of the office, are offered as well. */
  papers?: boolean
  disabledReason?: string | null | false
}

/** Takes figures away: as a draft to be signed, or as tables. */
export function DocumentMenu({ urlOf, papers = true, disabledReason }: Props) {
  return (
    <DownloadButton
      label={m.ui_documents()}
      disabledReason={disabledReason}
      choices={[
        ...(papers
          ? [
              {
                label: m.ui_document_docx(),
                hint: m.ui_document_docx_hint(),
                url: urlOf('docx'),
                icon: IconFileTypeDocx,
              },
              {
                label: m.ui_document_pdf(),
                hint: m.ui_document_pdf_hint(),
                url: urlOf('pdf'),
                icon: IconFileTypePdf,
              },
            ]
          : []),
        {
          label: m.ui_export_xlsx(),
          hint: m.ui_document_xlsx_hint(),
          url: urlOf('xlsx'),
          icon: IconFileTypeXls,
        },
        {
          label: m.ui_export_csv(),
          hint: m.ui_document_csv_hint(),
          url: urlOf('csv'),
          icon: IconFileTypeCsv,
        },
      ]}
    />
  )
}
