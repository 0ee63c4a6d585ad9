import { parentPort, workerData } from 'node:worker_threads'
import type { Paper, PaperFormat } from './paper.ts'

/* The thread that draws one paper: a long one takes seconds, during which nobody must wait. */

const { paper, format } = workerData as { paper: Paper; format: PaperFormat }

// Only what this format needs is loaded.
const draw = {
  docx: async () => (await import('./paper-docx.ts')).drawDocx(paper),
  pdf: async () => (await import('./paper-pdf.ts')).drawPdf(paper),
}

parentPort?.postMessage(await draw[format]())
