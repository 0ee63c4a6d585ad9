import { mkdirSync, readdirSync, rmSync, statSync } from 'node:fs'
import { join } from 'node:path'

const finished = /^dunghan-\d{8}T\d{6}Z\.tar\.zst(\.age)?$/
const unfinished = /^dunghan-\d{8}T\d{6}Z\.tar\.zst(\.age)?\.part$/
const wholeName = /\.tar\.zst(\.age)?$/
/** Milliseconds after which nobody writes to an unfinished back-up any more. */
const longest = 24 * 3_600_000

/** Where a back-up goes: a file named outright, or one of its instant in a folder, which is made. */
export function placeFor(
  to: string,
  encrypted: boolean,
  now: Date,
): { path: string; folder: string | null } {
  if (wholeName.test(to)) return { path: to, folder: null }
  mkdirSync(to, { recursive: true, mode: 0o700 })
  const instant = `${now.toISOString().slice(0, 19).replace(/[-:]/g, '')}Z`
  return { path: join(to, `dunghan-${instant}.tar.zst${encrypted ? '.age' : ''}`), folder: to }
}

/** Removes all but the newest back-ups of a folder, and what killed ones left. @returns how many */
export function rotate(folder: string, keep: number, now: Date): number {
  const names = readdirSync(folder)
  const old = names
    .filter((name) => finished.test(name))
    .sort()
    .slice(0, -keep)
  const left = names.filter(
    (name) =>
      unfinished.test(name) && now.getTime() - statSync(join(folder, name)).mtimeMs > longest,
  )
  for (const name of [...old, ...left]) rmSync(join(folder, name), { force: true })
  return old.length
}
