import { spawn } from 'node:child_process'
import { join } from 'node:path'

export const adminPassword = 'quan tri de thu 2026'
const root = join(import.meta.dirname, '../..')

export interface Server {
  url: string
  stop(): Promise<void>
}

/**
 * Starts the product as its user does, on a free port, and waits until it says where it is.
 * @param program `demo.ts` with its arguments is the product with a made-up province
 */
export async function startServer(
  dataDir: string,
  [program, ...args]: [string, ...string[]] = ['main.ts'],
): Promise<Server> {
  const child = spawn(process.execPath, [join(root, 'apps/api/src', program), ...args], {
    cwd: root,
    stdio: ['ignore', 'pipe', 'inherit'],
    env: {
      ...process.env,
      DATA_DIR: dataDir,
      DATABASE_URL: '',
      PORT: '0',
      LOG_LEVEL: 'error',
      ADMIN_PASSWORD: adminPassword,
    },
  })
  const exited = new Promise<void>((resolve) => child.on('exit', () => resolve()))
  const url = await new Promise<string>((resolve, reject) => {
    let said = ''
    child.stdout.on('data', (chunk: Buffer) => {
      said += chunk
      const found = /running at (http:\S+)/.exec(said)?.[1]
      if (found) resolve(found)
    })
    child.on('exit', (code) => reject(new Error(`the server ended with ${code}: ${said}`)))
  })
  return {
    url,
    async stop() {
      child.kill('SIGTERM')
      await exited
    },
  }
}
