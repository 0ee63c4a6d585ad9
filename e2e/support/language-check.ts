import type { Page, Response } from '@playwright/test'

/** Letters that only Vietnamese has; names of people and places are full of them. */
const vietnamese = /[ăâđêôơưĂÂĐÊÔƠƯ\u1EA0-\u1EF9]/

/**
 * What is still said in Vietnamese when the page is opened in English: what stands on it, and is
 * neither what the server said, nor marked as Vietnamese.
 * @param arrived waits until all of the page has come
 */
export async function vietnameseLeft(page: Page, arrived: () => Promise<void>): Promise<string[]> {
  const answers: Promise<string>[] = []
  const keep = (response: Response) => {
    const type = response.headers()['content-type'] ?? ''
    if (type.includes('json')) answers.push(response.text().catch(() => ''))
  }
  page.on('response', keep)
  await page.evaluate(() => localStorage.setItem('dunghan-language', 'en'))
  await page.reload()
  await arrived()
  const said = await page.evaluate(texts)
  page.off('response', keep)
  await page.evaluate(() => localStorage.removeItem('dunghan-language'))
  const data = strings((await Promise.all(answers)).flatMap(parsed)).sort(
    (a, b) => b.length - a.length,
  )
  const without = (text: string) =>
    data.reduce((left, datum) => left.split(datum).join(' '), text.normalize('NFC'))
  return said
    .map((text) => [text, without(text)] as const)
    .filter(([, left]) => vietnamese.test(left))
    .slice(0, 4)
    .map(([text, left]) => `in Vietnamese: "${text}" (${left.trim()})`)
}

function texts(): string[] {
  const found: string[] = []
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    if (!node.parentElement?.closest('[lang="vi"], script, style'))
      found.push(node.textContent ?? '')
  }
  for (const name of ['aria-label', 'title', 'placeholder', 'alt']) {
    for (const element of document.body.querySelectorAll(`[${name}]`)) {
      if (!element.closest('[lang="vi"]')) found.push(element.getAttribute(name) ?? '')
    }
  }
  return [...new Set([...found, document.title])].filter((text) => text.trim())
}

const parsed = (text: string): unknown[] => {
  try {
    return [JSON.parse(text)]
  } catch {
    return []
  }
}

/** Every string within, whole and by its lines; the names of the product and the country with them. */
function strings(values: unknown[]): string[] {
  const found = new Set<string>(['Đúng Hạn', 'Việt Nam'])
  const walk = (value: unknown) => {
    if (typeof value === 'string' && vietnamese.test(value)) {
      for (const line of [value, ...value.split('\n')]) found.add(line.normalize('NFC').trim())
    } else if (value && typeof value === 'object') Object.values(value).forEach(walk)
  }
  values.forEach(walk)
  found.delete('')
  return [...found]
}
