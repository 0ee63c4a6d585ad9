import type { Migration } from '../db/migrate.ts'
import { CopyRefused } from './copy-refused.ts'

/**
 * Those of the program's migrations by which a copy's tables have come to be; the rest follow when
 * the server starts.
 * @param applied by name and checksum
 * @throws CopyRefused when the copy is newer than the program, or of another making
 */
export function fittingMigrations(
  applied: readonly { name: string; checksum: string }[],
  known: readonly Migration[],
  version: string,
): Migration[] {
  return applied.map(({ name, checksum }) => {
    const own = known.find((migration) => migration.name === name)
    if (own?.checksum === checksum) return own
    throw new CopyRefused(
      `The copy was made by version ${version}, which is newer than this program ` +
        `(it has migration ${name}): use that version or a later one.`,
    )
  })
}
