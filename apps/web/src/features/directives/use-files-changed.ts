import { useState } from 'react'
import type { Upload } from '../../api/use-uploads.ts'

/**
 * Once the files of a form are others, or stand otherwise: what was said of them goes, as what was
 * said of a field goes with typing. `onChange` may set the state of the same form, and nothing else.
 */
export function useFilesChanged(uploads: readonly Upload[], onChange: () => void): void {
  const now = uploads.map(({ key, status }) => `${key}:${status}`).join()
  const [seen, setSeen] = useState(now)
  if (seen === now) return
  setSeen(now)
  onChange()
}
