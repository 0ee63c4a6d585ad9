import { readProblem } from './problem.ts'
import { sessionFetch } from './session-fetch.ts'

/** Bytes that need the session's token, for what the browser cannot ask for with it by itself. */
export async function fetchBlob(url: string, signal?: AbortSignal): Promise<Blob> {
  const request = new Request(new URL(url, location.origin), { signal: signal ?? null })
  const response = await sessionFetch(request)
  if (!response.ok) throw await readProblem(response)
  return response.blob()
}

/** Fetches a file and hands it to the browser's downloads. */
export async function download(url: string, name: string, signal?: AbortSignal): Promise<void> {
  saveBlob(await fetchBlob(url, signal), name)
}

/** Hands bytes to the browser's downloads. */
export function saveBlob(bytes: Blob, name: string): void {
  const blob = URL.createObjectURL(bytes)
  const link = document.createElement('a')
  link.href = blob
  link.download = name
  // Not every browser minds the name of a link that stands nowhere.
  document.body.append(link)
  link.click()
  link.remove()
  // The browser has its own reference once the click was handled.
  setTimeout(() => URL.revokeObjectURL(blob), 10_000)
}
