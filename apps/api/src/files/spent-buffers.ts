import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'

/** Bytes that may pass before what they came in is freed. */
const most = 8 << 20

let passed = 0
let collectYoung: (() => void) | undefined

/**
 * Counts bytes that came in buffers nobody holds any more, over all streams of the process, and has
 * them freed every few MiB. Left to itself the engine waits for a hundred MiB of them, and then goes
 * through all it holds, again and again while files come in: twice the processor time, and the memory.
 */
export function countSpent(bytes: number): void {
  passed += bytes
  if (passed < most) return
  passed = 0
  collectYoung ??= findCollector()
  collectYoung()
}

/**
 * The engine shows its collector to a context made while the flag is set. It is taken back at once:
 * compiled code is kept only for the flags it was compiled under.
 */
function findCollector(): () => void {
  setFlagsFromString('--expose-gc')
  const collect = runInNewContext('gc') as (options: { type: 'minor' }) => void
  setFlagsFromString('--no-expose-gc')
  return () => collect({ type: 'minor' })
}
