import { readFileSync } from 'node:fs'

/**
 * Settings that are given as files: `NAME_FILE` holds the path of a file whose content is `NAME`, as
 * secrets are handed to containers. A line break at its end is no part of it.
 * @param names those that may be given so
 * @returns the environment with them, or one sentence on what stands in the way
 */
export function withFiles(
  env: NodeJS.ProcessEnv,
  names: readonly string[],
): { env: NodeJS.ProcessEnv } | { problem: string } {
  const all = { ...env }
  for (const name of names) {
    const path = env[`${name}_FILE`]
    if (!path) continue
    if (env[name]) return { problem: `${name} and ${name}_FILE are both set: keep one of them.` }
    try {
      all[name] = readFileSync(path, 'utf8').replace(/\r?\n$/, '')
    } catch (error) {
      const { code } = error as NodeJS.ErrnoException
      return { problem: `${name}_FILE: cannot read ${path} (${code}).` }
    }
    if (all[name] === '') return { problem: `${name}_FILE: ${path} is empty.` }
  }
  return { env: all }
}
