import { readFileSync } from 'node:fs'
import { deserialize } from 'node:v8'

/** What was asked of the disk. Paths are below the recorded folder; empty: the folder itself. */
export interface DiskOperation {
  kind: 'start' | 'open' | 'create' | 'write' | 'fsync' | 'truncate' | 'rename' | 'unlink' | 'mkdir'
  /** When the kernel had done it, by the machine's monotonic clock, in nanoseconds. */
  at: bigint
  path?: string
  to?: string
  fd?: number
  position?: number
  size?: number
  bytes?: Buffer
}

/** The operations of a recording; one cut short at its end, by the kill of its process, is left out. */
export function readRecording(path: string): DiskOperation[] {
  const all = readFileSync(path)
  const operations: DiskOperation[] = []
  for (let at = 0; at + 4 <= all.length; ) {
    const end = at + 4 + all.readUInt32LE(at)
    if (end > all.length) break
    operations.push(deserialize(all.subarray(at + 4, end)) as DiskOperation)
    at = end
  }
  return operations
}
