import { defineConfig } from '@playwright/test'
import { findBrowser } from './support/browser.ts'

const quiet = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]

export default defineConfig({
  // All that is asked of every page takes its quarter of an hour: `pnpm e2e:sweep`.
  testDir: process.env.SWEEP === 'full' ? './sweep' : './tests',
  globalSetup: './support/global-setup.ts',
  fullyParallel: false,
  workers: 2,
  // What a loaded machine upsets once; what fails twice is wrong.
  retries: 1,
  timeout: 600_000,
  expect: { timeout: 60_000 },
  reporter: [['list']],
  use: {
    baseURL: process.env.E2E_URL,
    actionTimeout: 60_000,
    navigationTimeout: 60_000,
    browserName: 'chromium',
    locale: 'vi-VN',
    // The screens show Việt Nam's time whatever the computer's zone.
    timezoneId: 'America/New_York',
    viewport: { width: 1440, height: 900 },
    trace: 'retain-on-failure',
    screenshot: 'only-on-failure',
    launchOptions: {
      executablePath: await findBrowser(),
      args: quiet,
      // In another locale the browser cannot write the Vietnamese names of files.
      env: { ...process.env, LC_ALL: 'C.UTF-8' },
    },
  },
})
