import { existsSync, mkdirSync, renameSync, rmSync } from 'node:fs'
import { basename, join, relative } from 'node:path'
import { endReplacing, planReplacing } from '../db/replacing.ts'

/**
 * Puts finished folders where they belong, and what is there beside, in `<dataDir>/before-<instant>`.
 * All of them or, when one cannot be moved, none; after a kill, whoever works on the data folder
 * next ends it first (`lockDataFolder`).
 * @param moves from where to where; each below `dataDir` and within one disk
 * @returns the folder in which the old ones are, if there were any
 */
export function replaceFolders(
  dataDir: string,
  moves: readonly { from: string; to: string }[],
  now: Date,
): { aside: string | null; undo(): void } {
  const aside = join(dataDir, `before-${now.toISOString().replace(/\D/g, '').slice(0, 17)}`)
  const done: { from: string; to: string }[] = []
  const move = (from: string, to: string) => {
    renameSync(from, to)
    done.unshift({ from, to })
  }
  const undo = () => {
    for (const { from, to } of done) renameSync(to, from)
    rmSync(aside, { recursive: true, force: true })
    endReplacing(dataDir)
  }
  const inside = (path: string) => relative(dataDir, path)
  planReplacing(dataDir, {
    aside: inside(aside),
    moves: moves.map(({ from, to }) => ({ from: inside(from), to: inside(to) })),
  })
  try {
    for (const { to } of moves.filter(({ to }) => existsSync(to))) {
      mkdirSync(aside, { recursive: true, mode: 0o700 })
      move(to, join(aside, basename(to)))
    }
    for (const { from, to } of moves) move(from, to)
    endReplacing(dataDir)
  } catch (error) {
    undo()
    throw error
  }
  return { aside: existsSync(aside) ? aside : null, undo }
}
