import { Worker } from 'node:worker_threads'
import { Refusal } from '../refusal.ts'
import type { Paper, PaperFormat } from './paper.ts'

/** Rows a paper may have in all: more than anybody reads on paper; larger tables go as CSV or XLSX. */
export const mostPaperRows = 1000

/** Papers drawn at once; the others wait their turn. */
const atOnce = 1
const mostWaiting = 10
const patience = 60_000
/** MiB a drawing may take before it is given up. */
const memory = 512

let drawing = 0
const waiting: (() => void)[] = []

/**
 * A paper as a file, drawn in a thread of its own.
 * @throws Refusal `too-many-documents` when too many wait already
 * @throws what went wrong in it, or that it took too long
 */
export async function drawPaper(paper: Paper, format: PaperFormat): Promise<Buffer> {
  if (waiting.length >= mostWaiting) throw new Refusal('too-many-documents', { retryAfter: 30 })
  if (drawing >= atOnce) await new Promise<void>((turn) => waiting.push(turn))
  else drawing += 1
  try {
    return await drawn(paper, format)
  } finally {
    // The turn is handed on, or given back.
    const next = waiting.shift()
    if (next) next()
    else drawing -= 1
  }
}

function drawn(paper: Paper, format: PaperFormat): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(new URL('./paper-worker.ts', import.meta.url), {
      workerData: { paper, format },
      resourceLimits: { maxOldGenerationSizeMb: memory },
    })
    const end = (settle: () => void) => {
      clearTimeout(timer)
      worker.removeAllListeners()
      // What is thrown while it is being ended is no news any more.
      worker.on('error', () => {})
      void worker.terminate()
      settle()
    }
    const timer = setTimeout(
      () => end(() => reject(new Error(`The ${format} took longer than ${patience} ms to draw.`))),
      patience,
    )
    worker.once('message', (bytes: Uint8Array) => end(() => resolve(Buffer.from(bytes))))
    worker.once('error', (error) => end(() => reject(error)))
    worker.once('exit', (code) =>
      end(() => reject(new Error(`Drawing the ${format} ended with ${code}.`))),
    )
  })
}
