import { closeSync, fsyncSync, openSync, readdirSync } from 'node:fs'
import { dirname, join } from 'node:path'
import type { PGlite } from '@electric-sql/pglite'
import { NodeFS } from '@electric-sql/pglite/nodefs'

/** The parts used of the engine's file system over Node's (Emscripten's NODEFS). */
type Stream = { nfd?: number; node: unknown }
type NodeFileSystem = {
  realPath(node: unknown): string
  stream_ops: { fsync?(stream: Stream): number }
}
type Module = { NODEFS: NodeFileSystem }
type Init = Awaited<ReturnType<NodeFS['init']>>

/**
 * The engine's folder, flushed when the engine asks. Its own file system leaves `fsync` out, and
 * it starts with flushing off: a commit is then safe from a killed process, not from a power cut.
 */
export class DurableFS extends NodeFS {
  override async init(pglite: PGlite, options: Parameters<NodeFS['init']>[1]): Promise<Init> {
    const { emscriptenOpts } = await super.init(pglite, options)
    const preRun = [emscriptenOpts.preRun ?? []].flat()
    const hook = (module: unknown) => answerFsync((module as Module).NODEFS)
    const printErr = (line: string) => {
      if (/\bPANIC: /.test(line)) failStop(line.replace(/^.*PANIC: +/, ''))
    }
    return { emscriptenOpts: { ...emscriptenOpts, printErr, preRun: [...preRun, hook] } }
  }
}

/**
 * What is in memory may no longer be what is on disk. PostgreSQL ends its server then, so that the
 * next start recovers from what was flushed; the engine in this process would go on, or spin for
 * ever. Nothing that waits has been acknowledged.
 */
function failStop(reason: string): never {
  process.stderr.write(
    `The embedded database could not write to its disk (${reason}): the process ends so that ` +
      'nothing is lost. Make room or mend the disk, then start it again.\n',
  )
  process.exit(1)
}

/** Start parameters to go with it. The engine's `fdatasync` does nothing at all: `fsync` does. */
export function durableStart(defaults: string[]): string[] {
  return [...defaults.filter((option) => option !== '-F'), '-c', 'wal_sync_method=fsync']
}

function answerFsync(nodeFs: NodeFileSystem): void {
  const named = new WeakSet<Stream>()
  nodeFs.stream_ops.fsync = (stream) => {
    if (stream.nfd === undefined) return 0
    try {
      fsyncSync(stream.nfd)
      // The engine flushes no folders: a file's name must last too, once for each opening.
      if (!named.has(stream)) flushFolder(dirname(nodeFs.realPath(stream.node)))
    } catch (error) {
      // The kernel may have dropped what it could not write: flushing again would prove nothing.
      failStop((error as Error).message)
    }
    named.add(stream)
    return 0
  }
}

/** Flushes a folder's own list of names. */
export function flushFolder(folder: string): void {
  const handle = openSync(folder, 'r')
  try {
    fsyncSync(handle)
  } finally {
    closeSync(handle)
  }
}

/** Flushes a folder with all that is in it. */
export function flushTree(folder: string): void {
  for (const entry of readdirSync(folder, { withFileTypes: true, recursive: true })) {
    flushFolder(join(entry.parentPath, entry.name))
  }
  flushFolder(folder)
}
