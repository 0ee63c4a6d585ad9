import { join } from 'node:path'
import { expect, type Page, test } from '@playwright/test'
import { type PageName, patterns } from '../../apps/web/src/lib/paths.ts'
import { vietnameseLeft } from '../support/language-check.ts'
import {
  axeFindings,
  cutFaults,
  motionFaults,
  overflowFaults,
  overlapFaults,
  printFaults,
  structureFaults,
} from '../support/page-checks.ts'
import { type Door, doors, findThings, nowhere, otherDoors } from '../support/page-doors.ts'
import { inState, states } from '../support/page-states.ts'
import { arrived, type Scheme, screens, Visits } from '../support/page-visits.ts'
import { tabFaults } from '../support/tab-walk.ts'

/* Everything that is asked of a page, of every page, in both themes and in every state. */

const names = Object.keys(patterns) as PageName[]
const all: [string, Door][] = [
  ...names.map((name): [string, Door] => [name, doors[name]]),
  ...otherDoors.map(([name, door]): [string, Door] => [`${name}-${door.who}`, door]),
  ['nowhere', nowhere],
]
const schemes: Scheme[] = ['light', 'dark']

let visits: Visits
test.beforeAll(async ({ browser }) => {
  visits = new Visits(browser, await findThings())
})
test.afterAll(() => visits.close())

for (const [name, door] of all) {
  test(`${name} in both themes, at every width`, async () => {
    for (const scheme of schemes) {
      const page = await visits.open(door, scheme)
      await ask(`${name}, ${scheme}`, await structureFaults(page))
      for (const screen of [screens.desk, screens.phone]) {
        await page.setViewportSize(screen)
        await picture(page, `${name}-${screen.width}-${scheme}`)
        await ask(`${name}, ${scheme}, ${screen.width}`, [
          ...(await axeFindings(page)),
          ...(await layoutFaults(page)),
        ])
      }
      await page.setViewportSize(screens.narrowest)
      await ask(`${name}, ${scheme}, 320`, await layoutFaults(page))
    }
    expect(visits.faults).toEqual([])
  })

  test(`${name} enlarged, by keyboard, without motion, on paper, in English`, async () => {
    const page = await visits.open(door, 'light')
    await ask(`${name}, by keyboard`, await tabFaults(page))
    await page.emulateMedia({ forcedColors: 'active' })
    await ask(`${name}, in the computer's colours`, await tabFaults(page, 12))
    await page.emulateMedia({ forcedColors: 'none', reducedMotion: 'reduce' })
    await ask(`${name}, without motion`, await motionFaults(page))
    await page.setViewportSize({ width: 1280, height: 900 })
    await enlarged(page, async () => {
      await ask(`${name}, enlarged`, await layoutFaults(page))
      await picture(page, `${name}-200`)
    })
    await page.setViewportSize(paper)
    await page.emulateMedia({ media: 'print' })
    await ask(`${name}, on paper`, [...(await printFaults(page)), ...(await layoutFaults(page))])
    await picture(page, `${name}-print`)
    await page.emulateMedia({ media: 'screen' })
    await ask(`${name}, in English`, await vietnameseLeft(page, () => arrived(page)))
  })

  test(`${name} in every state`, async () => {
    const page = await visits.as(door.who)
    for (const [index, state] of states.entries()) {
      const scheme = schemes[(index + name.length) % 2] ?? 'light'
      const release = await inState(page, state)
      await page.setViewportSize(screens.desk)
      await page.emulateMedia({ colorScheme: scheme, media: 'screen' })
      await page.goto(visits.address(door))
      if (state === 'loading') await settled(page)
      else await arrived(page)
      await picture(page, `${name}-${state}`)
      const structure = state === 'loading' ? [] : await structureFaults(page)
      const findings = (await axeFindings(page)).filter(
        (finding) => state !== 'loading' || !finding.includes('page-has-heading-one'),
      )
      await ask(`${name}, ${state}`, [...structure, ...findings, ...(await layoutFaults(page))])
      await page.setViewportSize(screens.narrowest)
      await ask(`${name}, ${state}, 320`, await layoutFaults(page))
      await release()
    }
  })
}

/** A4 within its margins, at 96 dots an inch. */
const paper = { width: 688, height: 1010 }

/** As the browser's own setting makes all text larger, for as long as `look` takes. */
async function enlarged(page: Page, look: () => Promise<void>): Promise<void> {
  const browser = await page.context().newCDPSession(page)
  await browser.send('Page.setFontSizes', { fontSizes: { standard: 32 } })
  await look()
  await browser.send('Page.setFontSizes', { fontSizes: { standard: 16 } })
  await browser.detach()
}

async function layoutFaults(page: Page): Promise<string[]> {
  return [
    ...(await overflowFaults(page)),
    ...(await cutFaults(page)),
    ...(await overlapFaults(page)),
  ]
}

/** What is held back is waited for: the skeleton stands, or the page needs nothing. */
const settled = (page: Page) => expect(page.locator('[aria-busy="true"], h1').first()).toBeVisible()

async function ask(name: string, wrong: string[]): Promise<void> {
  expect.soft(wrong, name).toEqual([])
}

/** Kept in the folder named by `E2E_PICTURES`. */
async function picture(page: Page, name: string): Promise<void> {
  const folder = process.env.E2E_PICTURES
  if (folder) await page.evaluate(() => window.scrollTo(0, 0))
  if (folder) await page.screenshot({ path: join(folder, `${name}.png`), fullPage: true })
}
