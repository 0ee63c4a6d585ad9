import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { generateLocal } from './generate.ts'
import { bin, root } from './run.ts'

/* API and screens with reload on both sides: http://localhost:5173 shows the screens, its /api the API. */

await generateLocal()

const start = (command: string, args: string[], cwd: string) =>
  spawn(command, args, { cwd, stdio: 'inherit', env: process.env })

const children = [
  start('node', ['--watch', '--watch-preserve-output', join(root, 'apps/api/src/main.ts')], root),
  start(bin('vite', 'apps/web'), [], join(root, 'apps/web')),
]

const end = () => {
  for (const child of children) child.kill('SIGTERM')
}
process.on('SIGINT', end)
process.on('SIGTERM', end)
for (const child of children) child.on('exit', end)
