/** What came back, as a person reads it. */
export interface TriedAnswer {
  status: string
  /** Milliseconds until all of it was there. */
  time: number
  /** Bytes of all of it. */
  size: number
  /** The beginning. */
  text: string
  /** Characters left out. */
  cut: number
}

const MOST_SHOWN = 1024

/** Makes the call and tells what came of it. @throws when nothing came */
export async function tryCall(address: string): Promise<TriedAnswer> {
  const begun = performance.now()
  const response = await fetch(address, { credentials: 'omit' })
  const body = await response.text()
  const time = Math.round(performance.now() - begun)
  const text = pretty(body)
  return {
    status: `${response.status} ${response.statusText}`.trim(),
    time,
    size: new TextEncoder().encode(body).length,
    text: text.slice(0, MOST_SHOWN),
    cut: Math.max(0, text.length - MOST_SHOWN),
  }
}

function pretty(body: string): string {
  try {
    return JSON.stringify(JSON.parse(body), null, 2)
  } catch {
    return body
  }
}
