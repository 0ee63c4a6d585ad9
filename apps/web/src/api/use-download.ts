import { useEffect, useRef, useState } from 'react'
import { type Downloaded, type DownloadProgress, downloadDocument } from './download.ts'
import { type ApiProblem, asProblem, offlineProblem } from './problem.ts'

export type DownloadState =
  | { step: 'idle' }
  | { step: 'running'; progress: DownloadProgress | null }
  | { step: 'done'; downloaded: Downloaded }
  | { step: 'failed'; problem: ApiProblem }

export interface Download {
  state: DownloadState
  start: (url: string) => void
  cancel: () => void
  retry: () => void
}

/** One download at a time; another one, or leaving the page, ends it. */
export function useDownload(): Download {
  const [state, setState] = useState<DownloadState>({ step: 'idle' })
  const running = useRef<AbortController | null>(null)
  const last = useRef('')
  useEffect(() => () => running.current?.abort(), [])

  const start = (url: string) => {
    running.current?.abort()
    const own = new AbortController()
    running.current = own
    last.current = url
    const show = (state: DownloadState) => {
      if (running.current === own && !own.signal.aborted) setState(state)
    }
    show({ step: 'running', progress: null })
    const onProgress = (progress: DownloadProgress) => show({ step: 'running', progress })
    downloadDocument(url, { signal: own.signal, onProgress }).then(
      (downloaded) => show({ step: 'done', downloaded }),
      (error) => show({ step: 'failed', problem: asProblem(error) ?? offlineProblem() }),
    )
  }

  const cancel = () => {
    running.current?.abort()
    setState({ step: 'idle' })
  }

  return { state, start, cancel, retry: () => start(last.current) }
}
