import { useBlobUrl } from '../api/use-blob-url.ts'
import { apiPaths } from '../lib/api-paths.ts'
import { ErrorState } from './error-state.tsx'
import { PdfFrame } from './pdf-frame.tsx'
import { DetailSkeleton } from './skeletons.tsx'

/** The whole width for the page itself; thumbnails can be opened. */
const VIEW = '#navpanes=0&view=FitH'

interface Props {
  file: { id: string; name: string }
  saveAs: string
}

/** A PDF that needs the session, in the page. */
export function SessionPdf({ file, saveAs }: Props) {
  const { url, problem, retry } = useBlobUrl(apiPaths.file(file.id))
  if (problem) return <ErrorState problem={problem} onRetry={retry} />
  return url ? <PdfFrame name={file.name} src={url + VIEW} saveAs={saveAs} /> : <DetailSkeleton />
}
