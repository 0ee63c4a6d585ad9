import { existsSync } from 'node:fs'
import { chromium as playwright } from '@playwright/test'

const installed = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
]

/**
 * Where a Chromium is: the one named by `CHROMIUM_PATH`, Playwright's own, one that is installed,
 * or the one that comes as an npm package (Linux on x64, also as root on a bare machine).
 */
export async function findBrowser(): Promise<string> {
  const known = [process.env.CHROMIUM_PATH, playwright.executablePath(), ...installed]
  const found = known.find((path) => path && existsSync(path))
  if (found) return found
  const { default: packed, inflate, setupLambdaEnvironment } = await import('@sparticuz/chromium')
  const bin = new URL('../node_modules/@sparticuz/chromium/bin/', import.meta.url).pathname
  // Libraries and fonts a bare machine lacks.
  setupLambdaEnvironment(await inflate(`${bin}al2023.tar.br`))
  return packed.executablePath()
}
