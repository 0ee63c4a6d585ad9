import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { pageWords } from '../apps/api/src/modules/sharing/page-words.ts'
import { pagePaths } from '../apps/api/src/modules/sharing/public-addresses.ts'
import { paths } from '../apps/web/src/lib/paths.ts'

/* A page is called by the same name in a link's preview and in the browser's tab. */

const root = join(import.meta.dirname, '..')
const messages = (language: string, area: string): Record<string, string> =>
  JSON.parse(readFileSync(join(root, `apps/web/messages/${language}/${area}.json`), 'utf8'))

test.each(['vi', 'en'] as const)('the server writes the titles of the screens: %s', (language) => {
  const portal = messages(language, 'portal')
  const calendar = messages(language, 'calendar')
  const titles = Object.fromEntries(
    Object.entries(pageWords[language]).map(([page, { title }]) => [page, title]),
  )
  expect(titles).toEqual({
    home: portal.portal_landing_title,
    assignments: portal.portal_assignments_title,
    statistics: portal.portal_statistics_title,
    calendar: calendar.calendar_title,
    dueDate: calendar.calendar_count_title,
    developers: messages(language, 'developers').developers_title,
    missing: messages(language, 'shell').shell_not_found_title,
  })
})

test('the server links to pages where the screens have them', () => {
  expect(pagePaths.home).toBe(paths.home())
  expect(pagePaths.assignments).toBe(paths.publicAssignments())
  expect(pagePaths.assignment('x')).toBe(paths.publicAssignment('x'))
  expect(pagePaths.unit('a b')).toBe(paths.publicUnit('a b'))
  expect(pagePaths.directive('x')).toBe(paths.publicDirective('x'))
  expect(pagePaths.statistics).toBe(paths.publicStatistics())
  expect(pagePaths.calendar).toBe(paths.publicCalendar())
  expect(pagePaths.dueDate).toBe(paths.publicDueDate())
  expect(pagePaths.developers).toBe(paths.publicDevelopers())
})
