import { useCallback, useEffect, useReducer, useRef } from 'react'
import { formatBytes } from '../lib/format.ts'
import { m } from '../paraglide/messages.js'
import { asProblem } from './problem.ts'
import { triedAgain } from './tried-again.ts'
import type { Schema } from './types.ts'
import { uploadFile } from './upload.ts'

export interface Upload {
  key: string
  name: string
  size: number
  status: 'waiting' | 'sending' | 'done' | 'failed'
  share: number
  reason: string | null
  /** What the server made of it, once done. */
  file: Schema<'File'> | null
}

type Change =
  | { type: 'add'; uploads: Upload[] }
  | { type: 'patch'; key: string; patch: Partial<Upload> }
  | { type: 'remove'; key: string }

function changed(uploads: Upload[], change: Change): Upload[] {
  switch (change.type) {
    case 'add':
      return [...uploads, ...change.uploads]
    case 'patch':
      return uploads.map((one) => (one.key === change.key ? { ...one, ...change.patch } : one))
    case 'remove':
      return uploads.filter(({ key }) => key !== change.key)
  }
}

/**
 * Files of a form on their way to the server. They are sent one after the other; what failed on the
 * way is tried again by itself some times, and when the network is back.
 *
 * @param initial files that are already there: of a draft, of the record being edited
 */
export function useUploads(maxSize: number, initial: readonly Schema<'File'>[] = []) {
  const [uploads, apply] = useReducer(changed, initial.map(uploaded))
  const sources = useRef(new Map<string, File>())
  const running = useRef(new Map<string, AbortController>())
  const queue = useRef<Promise<unknown>>(Promise.resolve())

  const send = useCallback((key: string) => {
    const file = sources.current.get(key)
    if (!file) return
    const controller = new AbortController()
    running.current.set(key, controller)
    apply({ type: 'patch', key, patch: { status: 'waiting', share: 0, reason: null } })
    const { signal } = controller
    const act = async () => {
      if (signal.aborted) return
      apply({ type: 'patch', key, patch: { status: 'sending' } })
      const onProgress = (share: number) =>
        apply({ type: 'patch', key, patch: { status: 'sending', share } })
      try {
        const made = await triedAgain(() => uploadFile(file, { onProgress, signal }), {
          signal,
          onPause: (pauseMs) => {
            const reason = m.ui_file_again({ seconds: Math.ceil(pauseMs / 1000) })
            apply({ type: 'patch', key, patch: { status: 'waiting', share: 0, reason } })
          },
        })
        apply({ type: 'patch', key, patch: { status: 'done', share: 1, reason: null, file: made } })
      } catch (error) {
        if (signal.aborted) return
        const reason = asProblem(error)?.message ?? null
        apply({ type: 'patch', key, patch: { status: 'failed', reason } })
      } finally {
        running.current.delete(key)
      }
    }
    queue.current = queue.current.then(act)
  }, [])

  const add = useCallback(
    (files: readonly File[]) => {
      const added = files.map((file) => {
        const key = nextKey()
        const tooLarge = file.size > maxSize
        if (!tooLarge) sources.current.set(key, file)
        const reason = tooLarge ? m.ui_file_too_large({ size: formatBytes(maxSize) }) : null
        const status: Upload['status'] = tooLarge ? 'failed' : 'waiting'
        return { key, name: file.name, size: file.size, status, share: 0, reason, file: null }
      })
      apply({ type: 'add', uploads: added })
      for (const { key } of added) send(key)
    },
    [maxSize, send],
  )

  const remove = useCallback((key: string) => {
    running.current.get(key)?.abort()
    sources.current.delete(key)
    apply({ type: 'remove', key })
  }, [])

  useRetryWhenBack(uploads, send)
  useEffect(
    () => () => {
      for (const controller of running.current.values()) controller.abort()
    },
    [],
  )

  return {
    uploads,
    add,
    remove,
    retry: send,
    /** Files that are on the server already, beside those that were added here. */
    take: (files: readonly Schema<'File'>[]) =>
      apply({ type: 'add', uploads: files.map(uploaded) }),
    files: uploads.flatMap(({ file }) => (file ? [file] : [])),
    /** Some are still on their way. */
    busy: uploads.some(({ status }) => status === 'waiting' || status === 'sending'),
    /** Some did not get there: what is sent now would go without them. */
    failed: uploads.some(({ status }) => status === 'failed'),
  }
}

function useRetryWhenBack(uploads: Upload[], send: (key: string) => void) {
  const failed = useRef<string[]>([])
  failed.current = uploads.filter(({ status }) => status === 'failed').map(({ key }) => key)
  useEffect(() => {
    const onOnline = () => {
      for (const key of failed.current) send(key)
    }
    window.addEventListener('online', onOnline)
    return () => window.removeEventListener('online', onOnline)
  }, [send])
}

const uploaded = (file: Schema<'File'>): Upload => ({
  key: file.id,
  name: file.name,
  size: file.size,
  status: 'done',
  share: 1,
  reason: null,
  file,
})

let count = 0
const nextKey = () => {
  count += 1
  return `upload-${count}`
}
