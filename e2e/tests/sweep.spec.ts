import { expect, type Page, test } from '@playwright/test'
import { type PageName, patterns } from '../../apps/web/src/lib/paths.ts'
import { axeFindings, cutFaults, overflowFaults, structureFaults } from '../support/page-checks.ts'
import { type Door, doors, findThings, nowhere, otherDoors } from '../support/page-doors.ts'
import { type Scheme, screens, Visits } from '../support/page-visits.ts'

/*
 * Every page of the product, once: it opens, says what it is, stays within the narrowest phone, cuts
 * off nothing, asks nobody else for anything, throws nothing, and axe finds nothing. The themes take
 * turns; `pnpm e2e:sweep` asks everything of every page in both.
 */

// The public pages and the desk's, one beside the other.
test.describe.configure({ mode: 'parallel' })

const names = Object.keys(patterns) as PageName[]
const all: [string, Door][] = [
  ...names.map((name): [string, Door] => [name, doors[name]]),
  ...otherDoors,
  ['nowhere', nowhere],
]

for (const [title, part] of [
  ['anyone', all.filter(([, { who }]) => who === null)],
  ['those signed in', all.filter(([, { who }]) => who !== null)],
] as const) {
  test(`every page holds for ${title}`, async ({ browser }) => {
    const visits = new Visits(browser, await findThings())
    const titles = new Map<string, string>()
    for (const [index, [name, door]] of part.entries()) {
      const scheme: Scheme = index % 2 === 0 ? 'light' : 'dark'
      const page = await visits.open(door, scheme)
      const wrong = await faultsOf(page, index % 3 === 2)
      expect.soft(wrong, `${name}, ${scheme}`).toEqual([])
      const path = new URL(page.url()).pathname
      const title = await page.title()
      expect.soft(titles.get(title) ?? path, `the title of ${name}`).toBe(path)
      titles.set(title, path)
    }
    expect(visits.faults).toEqual([])
    await visits.close()
  })
}

async function faultsOf(page: Page, onPhone: boolean): Promise<string[]> {
  if (onPhone) await page.setViewportSize(screens.phone)
  const wrong = [...(await structureFaults(page)), ...(await axeFindings(page))]
  for (const screen of [screens.desk, screens.narrowest]) {
    await page.setViewportSize(screen)
    wrong.push(...(await overflowFaults(page)), ...(await cutFaults(page)))
  }
  return wrong
}
