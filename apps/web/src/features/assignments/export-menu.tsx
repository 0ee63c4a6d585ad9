import { IconBook2, IconFileTypeCsv, IconFileTypeXls } from '@tabler/icons-react'
import { apiPaths } from '../../lib/api-paths.ts'
import type { Search } from '../../lib/paths.ts'
import { m } from '../../paraglide/messages.js'
import { DownloadButton } from '../../ui/download-button.tsx'
import { queryIn } from './list-query.ts'

interface Props {
  /** Of the page: what is taken away is what the list shows, all of it. */
  params: URLSearchParams
  /** How many there are, as far as it is known. */
  total: number | undefined
}

/** Takes the list away as it is narrowed and sorted, or as the register of the unit's clerk. */
export function ExportMenu({ params, total }: Props) {
  const { limit: _, ...query } = queryIn(params)
  const urlOf = (choice: Search) => apiPaths.assignmentsExport({ ...(query as Search), ...choice })
  return (
    <DownloadButton
      label={m.assignments_export()}
      disabledReason={total === 0 && m.assignments_export_nothing()}
      choices={[
        {
          label: m.ui_export_xlsx(),
          hint: m.ui_export_xlsx_hint(),
          url: urlOf({ format: 'xlsx' }),
          icon: IconFileTypeXls,
        },
        {
          label: m.ui_export_csv(),
          hint: m.ui_export_csv_hint(),
          url: urlOf({ format: 'csv' }),
          icon: IconFileTypeCsv,
        },
        {
          label: m.assignments_export_register(),
          hint: m.assignments_export_register_hint(),
          url: urlOf({ format: 'xlsx', layout: 'register' }),
          icon: IconBook2,
        },
      ]}
    />
  )
}
