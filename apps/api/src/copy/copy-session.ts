import type { RunScript } from '../db/scripts.ts'

/**
 * One transaction in which whole tables are read or written. Rows travel as lines of COPY's text
 * format: the same bytes on both engines, since a value's text does not depend on where it is kept.
 */
export interface CopySession {
  run: RunScript
  /**
   * The rows of a query, as whole lines, some hundred kilobytes at a time.
   * @param types of its columns (`pg_type.oid`)
   */
  copyOut(select: string, types: readonly number[]): AsyncIterable<Buffer>
  /** @param target as in `COPY target FROM`; each chunk holds whole lines */
  copyIn(target: string, chunks: AsyncIterable<Buffer>): Promise<void>
}

/** A database of which whole copies are made or which is made from one. */
export interface CopyEngine {
  /** One snapshot, however long it takes; others go on writing where the engine lets them. */
  read<T>(work: (session: CopySession) => Promise<T>): Promise<T>
  /** All of it or nothing. */
  write<T>(work: (session: CopySession) => Promise<T>): Promise<T>
}

/** Values come out in the same words whatever the server's own settings are. */
export const plainText = `
  SET TIME ZONE 'UTC'; SET datestyle = 'ISO, YMD'; SET intervalstyle = 'postgres';
  SET extra_float_digits = 1; SET bytea_output = 'hex'`
