import { useEffect, useState } from 'react'
import { answer, client } from '../../../api/client.ts'
import { asProblem } from '../../../api/problem.ts'
import type { Schema } from '../../../api/types.ts'

/**
 * Files of a draft that nothing refers to are swept from the server after a day. Those that are
 * gone leave the form, and the person is told.
 */
export function useKeptFiles(kept: readonly Schema<'File'>[], remove: (id: string) => void) {
  const [gone, setGone] = useState(false)
  // biome-ignore lint/correctness/useExhaustiveDependencies: once, for the draft as it was restored
  useEffect(() => {
    for (const { id } of kept) {
      answer(client.GET('/api/v1/files/{id}', { params: { path: { id } } })).catch((error) => {
        if (asProblem(error)?.status !== 404) return
        remove(id)
        setGone(true)
      })
    }
  }, [])
  return gone
}
