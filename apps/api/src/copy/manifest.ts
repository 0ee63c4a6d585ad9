import { z } from 'zod'

/** What every back-up begins with, as `manifest.json`. */
export const Manifest = z.object({
  format: z.literal('dunghan-backup'),
  /** Of this very arrangement of entries. */
  formatVersion: z.number().int(),
  product: z.string(),
  /** The instant of the snapshot, ISO 8601 in UTC. */
  createdAt: z.iso.datetime(),
  engine: z.string(),
  migrations: z.array(z.object({ name: z.string(), checksum: z.string() })),
  tables: z.array(z.object({ name: z.string(), columns: z.array(z.string()) })),
})
export type Manifest = z.infer<typeof Manifest>

const hash = z.string().regex(/^[0-9a-f]{64}$/)
const count = z.number().int().min(0)

/** What every whole back-up ends with, as `end.json`: what must have come before it. */
export const End = z.object({
  tables: z.array(z.object({ name: z.string(), rows: count, sha256: hash })),
  sequences: z.array(
    z.object({ name: z.string(), lastValue: z.string().regex(/^-?\d+$/), isCalled: z.boolean() }),
  ),
  files: z.object({
    count,
    /** Of their contents together. */
    bytes: count,
    /** Named by a record, but not in the store when the back-up was made. */
    missing: z.array(hash),
    /** In the store under this name, but with another content. */
    damaged: z.array(hash),
  }),
})
export type End = z.infer<typeof End>

export const formatVersion = 1
/** Names within the archive. */
export const entryNames = {
  manifest: 'manifest.json',
  /** `tables/<table>/<number>.copy`: some lines of the table. */
  table: /^tables\/([^/]+)\/\d+\.copy$/,
  /** `files/<sha256>`: one stored file. */
  file: /^files\/([0-9a-f]{64})$/,
  end: 'end.json',
}
