import { IconDownload } from '@tabler/icons-react'
import { useMutation } from '@tanstack/react-query'
import { download } from '../../../api/file-bytes.ts'
import { apiPaths } from '../../../lib/api-paths.ts'
import { m } from '../../../paraglide/messages.js'
import { Button } from '../../../ui/button.tsx'

/** The year as the file an import reads. */
export function ExportLink({ year, small }: { year: number; small?: boolean }) {
  const get = useMutation({
    mutationFn: () => download(apiPaths.calendarExport(year), `lich-lam-viec-${year}.csv`),
  })
  return (
    <Button icon={IconDownload} small={small} loading={get.isPending} onClick={() => get.mutate()}>
      {m.calendar_export()}
    </Button>
  )
}
