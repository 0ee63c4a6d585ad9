import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from '@playwright/test'

const messages = join(import.meta.dirname, '../../apps/web/messages/vi')

/** All that the screens say by themselves; what else they show is data. */
const catalogue = new Set(
  readdirSync(messages).flatMap((file) =>
    Object.values(JSON.parse(readFileSync(join(messages, file), 'utf8'))),
  ),
)

const spoken = ['button', 'tab', 'columnheader', 'textbox', 'combobox', 'checkbox', 'radio']

/** The words by which the page's controls and columns call themselves, each once and in order. */
export async function screenWords(page: Page): Promise<string[]> {
  const tree = await page.locator('main').ariaSnapshot()
  const words = tree.split('\n').flatMap((line) => {
    const [, role, name] = /^\s*- (\w+) "((?:[^"\\]|\\.)*)"/.exec(line) ?? []
    return role && spoken.includes(role) && catalogue.has(name) ? [`${role} ${name}`] : []
  })
  return [...new Set(words)].sort()
}
