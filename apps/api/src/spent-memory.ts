import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'

/** Bytes of files, and rows of lists, that may pass before what they stood in is freed. */
const mostBytes = 8 << 20
const mostRows = 4_000

type Collect = (options: { type: 'minor' | 'major' }) => void

let bytesPassed = 0
let rowsPassed = 0
let collector: Collect | undefined

/**
 * Counts bytes that came in buffers nobody holds any more, over all streams of the process, and has
 * them freed every few MiB. Left to itself the engine waits for a hundred MiB of them, and then goes
 * through all it holds, again and again while files come in: twice the processor time, and the memory.
 */
export function countSpentBytes(bytes: number): void {
  bytesPassed += bytes
  if (bytesPassed < mostBytes) return
  bytesPassed = 0
  collect({ type: 'minor' })
}

/**
 * Counts a row that was read and written, over all long lists of the process. The engine keeps such
 * rows beyond their time, and lets them become a few hundred MiB before it looks at them again.
 */
export function countSpentRow(): void {
  rowsPassed += 1
  if (rowsPassed < mostRows) return
  rowsPassed = 0
  collect({ type: 'major' })
}

const collect: Collect = (options) => {
  collector ??= findCollector()
  collector(options)
}

/**
 * The engine shows its collector to a context made while the flag is set. It is taken back at once:
 * compiled code is kept only for the flags it was compiled under.
 */
function findCollector(): Collect {
  setFlagsFromString('--expose-gc')
  const found = runInNewContext('gc') as Collect
  setFlagsFromString('--no-expose-gc')
  return found
}
