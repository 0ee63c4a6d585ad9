import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { flushFolder } from './durable-fs.ts'

/** Which finished folders take which places, and where what is there goes; below the data folder. */
export interface Replacing {
  aside: string
  moves: readonly { from: string; to: string }[]
}

const planIn = (dataDir: string) => join(dataDir, 'replacing.json')

/** Puts on the disk what is about to be done, so that whoever comes after a kill can end it. */
export function planReplacing(dataDir: string, plan: Replacing): void {
  const path = planIn(dataDir)
  writeFileSync(`${path}.new`, JSON.stringify(plan), { mode: 0o600 })
  flushFolder(`${path}.new`)
  renameSync(`${path}.new`, path)
  flushFolder(dataDir)
}

/** All of it was done, or all of it undone. */
export function endReplacing(dataDir: string): void {
  flushFolder(dataDir)
  rmSync(planIn(dataDir), { force: true })
}

/**
 * Ends a replacement that was cut short: without it the old database would be aside, the new one not
 * in its place, and the next start would make an empty one. Called by who holds the folder's lock.
 * @throws ReplacingCutShort when what was to take a place is gone
 */
export function finishReplacing(dataDir: string): void {
  if (!existsSync(planIn(dataDir))) return
  const { aside, moves } = JSON.parse(readFileSync(planIn(dataDir), 'utf8')) as Replacing
  const there = (name: string) => existsSync(join(dataDir, name))
  if (moves.some(({ from, to }) => !there(from) && !there(to))) {
    throw new ReplacingCutShort(dataDir, aside)
  }
  for (const { from, to } of moves.filter(({ from }) => there(from))) {
    if (there(to)) {
      mkdirSync(join(dataDir, aside), { recursive: true, mode: 0o700 })
      renameSync(join(dataDir, to), join(dataDir, aside, basename(to)))
    }
    renameSync(join(dataDir, from), join(dataDir, to))
    flushFolder(join(dataDir, dirname(from)))
  }
  endReplacing(dataDir)
}

/** Neither the old nor the new is in its place. `message` is fit for an operator. */
export class ReplacingCutShort extends Error {
  override name = 'ReplacingCutShort'

  constructor(dataDir: string, aside: string) {
    super(
      `A restore into ${dataDir} was cut short and what it restored is gone: put what is in ` +
        `${join(dataDir, aside)} back into ${dataDir}, remove ${planIn(dataDir)}, and restore again.`,
    )
  }
}
