import { useQuery } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { fetchBlob } from './file-bytes.ts'
import { type ApiProblem, asProblem } from './problem.ts'

interface BlobUrl {
  /** Null until the bytes are here. */
  url: string | null
  problem: ApiProblem | null
  retry: () => void
}

/** The bytes of a file that needs the session, as an address an `<iframe>` or `<img>` can show. */
export function useBlobUrl(path: string | null): BlobUrl {
  const { data, error, refetch } = useQuery({
    queryKey: ['bytes', path],
    queryFn: ({ signal }) => fetchBlob(path as string, signal),
    enabled: path !== null,
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 60_000,
  })
  const [url, setUrl] = useState<string | null>(null)
  useEffect(() => {
    if (!data) return setUrl(null)
    const made = URL.createObjectURL(data)
    setUrl(made)
    return () => URL.revokeObjectURL(made)
  }, [data])
  return { url, problem: asProblem(error), retry: refetch }
}
