import { type ParseArgsConfig, parseArgs } from 'node:util'
import { readConfig } from '../config.ts'
import { sentenceFor } from '../start-up-errors.ts'

/**
 * Runs one command to its end: prints its help, or does its work and sets the exit code. What goes
 * wrong is one sentence on standard error and the code 1, wrong arguments 2.
 * @param work answers with an exit code other than 0, if there is something to say with it
 */
export async function runCommand<T extends ParseArgsConfig>(
  help: string,
  config: T,
  work: (args: ReturnType<typeof parseArgs<T>>) => Promise<number | undefined>,
): Promise<void> {
  try {
    const args = parseArgs({ ...config, options: { ...config.options, help: { type: 'boolean' } } })
    if ((args.values as { help?: boolean }).help) {
      process.stdout.write(help)
      return
    }
    process.exitCode = (await work(args as ReturnType<typeof parseArgs<T>>)) ?? 0
  } catch (error) {
    const isUsage = /^ERR_PARSE_ARGS/.test((error as NodeJS.ErrnoException).code ?? '')
    const { message } = error as Error
    const said = error instanceof UsageError ? message : sentenceFor(error)
    const sentence = isUsage ? `${message}\n\n${help.trim()}` : said
    process.stderr.write(`${sentence}\n`)
    process.exitCode = isUsage || error instanceof UsageError ? 2 : 1
  }
}

/** An argument that cannot be used; the message is one sentence. */
export class UsageError extends Error {}

/**
 * The server's own environment, for commands that open its data and answer nobody: no secret is
 * needed, and none is made.
 */
export function readDataConfig(env?: NodeJS.ProcessEnv) {
  return readConfig({ JWT_SECRET: 'of a command, which signs no token' }, env)
}

export const say = (line: string) => process.stdout.write(`${line}\n`)

/** `12,345`. */
export const counted = (count: number) => count.toLocaleString('en')

/** `12.3 MB`. */
export function sized(bytes: number): string {
  const units = ['B', 'kB', 'MB', 'GB', 'TB']
  const power = bytes < 1000 ? 0 : Math.min(4, Math.floor(Math.log10(bytes) / 3))
  return `${power === 0 ? bytes : (bytes / 1000 ** power).toFixed(1)} ${units[power]}`
}
