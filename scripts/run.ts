import { spawn } from 'node:child_process'
import { join } from 'node:path'

export const root = join(import.meta.dirname, '..')

export interface RunOptions {
  cwd?: string
  /** Added to this process's own; undefined takes a variable away. */
  env?: Record<string, string | undefined>
}

/** A tool that is installed in a workspace package. */
export const bin = (name: string, workspace = '.') =>
  join(root, workspace, 'node_modules/.bin', name)

/** Runs a program to its end with this terminal. @throws when it fails, naming it */
export function run(
  command: string,
  args: string[],
  { cwd = root, env = {} }: RunOptions = {},
): Promise<void> {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { cwd, stdio: 'inherit', env: { ...process.env, ...env } })
    child.on('error', reject)
    child.on('exit', (code, signal) => {
      if (code === 0) resolve()
      else reject(new Error(`${[command, ...args].join(' ')} failed (${signal ?? code})`))
    })
  })
}

/** Runs named steps one after another and says how long each took; the first that fails ends it. */
export async function runSteps(steps: [name: string, step: () => Promise<void>][]): Promise<void> {
  const took: string[] = []
  for (const [name, step] of steps) {
    const began = performance.now()
    console.log(`\n── ${name}`)
    try {
      await step()
    } catch (error) {
      console.error(`\n✗ ${name}: ${error instanceof Error ? error.message : error}`)
      process.exit(1)
    }
    took.push(`${name}: ${((performance.now() - began) / 1000).toFixed(1)} s`)
  }
  console.log(`\n✓ ${took.join(' · ')}`)
}
