import { IconFileTypeCsv, IconFileTypeXls } from '@tabler/icons-react'
import { apiPaths } from '../../lib/api-paths.ts'
import type { Search } from '../../lib/paths.ts'
import { m } from '../../paraglide/messages.js'
import { DownloadButton } from '../../ui/download-button.tsx'

/** Takes a public list away as it is narrowed and sorted. */
export default function ExportMenu({ search }: { search: Search }) {
  return (
    <DownloadButton
      label={m.portal_export()}
      choices={[
        {
          label: m.ui_export_xlsx(),
          hint: m.ui_export_xlsx_hint(),
          url: apiPaths.publicExport('xlsx', search),
          icon: IconFileTypeXls,
        },
        {
          label: m.ui_export_csv(),
          hint: m.ui_export_csv_hint(),
          url: apiPaths.publicExport('csv', search),
          icon: IconFileTypeCsv,
        },
      ]}
    />
  )
}
