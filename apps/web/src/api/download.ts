import { m } from '../paraglide/messages.js'
import { saveBlob } from './file-bytes.ts'
import { ApiProblem, readProblem } from './problem.ts'
import { sessionFetch } from './session-fetch.ts'

/** How far a download is. */
export interface DownloadProgress {
  bytes: number
  /** How many rows have come; null where the format does not tell before its end. */
  received: number | null
  /** How many rows there are in all, as the server said before the first; null when it did not. */
  rows: number | null
}

export interface Downloaded extends DownloadProgress {
  /** Under which it was handed to the browser's downloads. */
  name: string
}

interface Options {
  signal: AbortSignal
  onProgress: (progress: DownloadProgress) => void
}

/**
 * Fetches a document as it is written and hands it to the browser's downloads once it is whole;
 * what broke off on the way is thrown away.
 * @throws ApiProblem when it is refused, before anything comes, or when it broke off
 */
export async function downloadDocument(url: string, options: Options): Promise<Downloaded> {
  const { signal, onProgress } = options
  const request = new Request(new URL(url, location.origin), { signal })
  const response = await sessionFetch(request)
  if (!response.ok) throw await readProblem(response)
  const meter = meterOf(response, onProgress)
  const blob = await received(response, meter, signal)
  const name = nameIn(response.headers.get('content-disposition'))
  saveBlob(blob, name)
  return { ...meter.progress, name }
}

/** The bytes as a blob, which the browser may keep on disk, counted as they come. */
async function received(response: Response, meter: Meter, signal: AbortSignal): Promise<Blob> {
  const { body, headers } = response
  const type = headers.get('content-type') ?? ''
  try {
    const counted = body?.pipeThrough(
      new TransformStream<Uint8Array, Uint8Array>({
        transform(chunk, controller) {
          meter.count(chunk)
          controller.enqueue(chunk)
        },
      }),
    )
    return await new Response(counted ?? null, { headers: { 'content-type': type } }).blob()
  } catch (error) {
    if (signal.aborted) throw error
    throw new ApiProblem({
      name: 'offline',
      status: 0,
      title: m.ui_download_broken_title(),
      detail: m.ui_download_broken_detail(),
    })
  }
}

interface Meter {
  progress: DownloadProgress
  count: (chunk: Uint8Array) => void
}

/** Told no more often than a person can see. */
const PAUSE_MS = 100

function meterOf({ headers }: Response, onProgress: Options['onProgress']): Meter {
  const said = Number(headers.get('x-row-count') ?? Number.NaN)
  const isCsv = (headers.get('content-type') ?? '').startsWith('text/csv')
  const rowsIn = rowCounter()
  const meter: Meter = {
    progress: {
      bytes: 0,
      received: isCsv ? 0 : null,
      rows: Number.isFinite(said) ? said : null,
    },
    count(chunk) {
      const { bytes, rows } = meter.progress
      meter.progress = {
        bytes: bytes + chunk.length,
        received: isCsv ? rowsIn(chunk) : null,
        rows,
      }
      if (performance.now() - told < PAUSE_MS) return
      told = performance.now()
      onProgress(meter.progress)
    },
  }
  let told = performance.now()
  onProgress(meter.progress)
  return meter
}

const CR = 13
const LF = 10

/** Counts the rows of a CSV as its pieces come: CRLF ends a row, and nothing else; the first is the titles. */
export function rowCounter(): (chunk: Uint8Array) => number {
  let lines = 0
  let split = false
  return (chunk) => {
    if (split && chunk[0] === LF) lines++
    if (chunk.length > 0) split = chunk.at(-1) === CR
    for (let at = chunk.indexOf(CR); at >= 0; at = chunk.indexOf(CR, at + 1)) {
      if (chunk[at + 1] === LF) lines++
    }
    return Math.max(0, lines - 1)
  }
}

/** The file's name in a `Content-Disposition` (RFC 6266), the full one where there is one. */
export function nameIn(disposition: string | null): string {
  const full = /filename\*=UTF-8''([^;]+)/i.exec(disposition ?? '')?.[1]
  const plain = /filename="([^"]*)"/i.exec(disposition ?? '')?.[1]
  try {
    return (full && decodeURIComponent(full)) || plain || 'dung-han'
  } catch {
    return plain || 'dung-han'
  }
}
