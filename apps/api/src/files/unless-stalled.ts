import { Readable } from 'node:stream'

/**
 * The same bytes; fails when the next of them, being waited for, do not come within `ms`. A reader
 * that takes its time is nobody's fault.
 */
export function unlessStalled(source: Readable, ms: number): Readable {
  // It may break before anybody reads; whoever reads then is told.
  source.on('error', () => {})
  const bytes = Readable.from(watched(source, ms), { objectMode: false })
  return bytes.on('close', () => source.destroy())
}

async function* watched(source: Readable, ms: number): AsyncGenerator<Buffer> {
  const wait = () => setTimeout(() => source.destroy(new Error(`no bytes within ${ms} ms`)), ms)
  let timer = wait()
  try {
    for await (const chunk of source) {
      clearTimeout(timer)
      yield chunk
      timer = wait()
    }
  } finally {
    clearTimeout(timer)
  }
}
