import type { Page } from '@playwright/test'

interface Stop {
  /** A mark of the element, to see where the walk has been. */
  key: string
  html: string
  shown: boolean
  /** A stop within the main landmark, as it lies on the page. */
  box: { left: number; right: number; top: number; bottom: number } | null
}

/**
 * Walks a page by the Tab key from its top: whether every control is reached, none holds the key
 * back, each shows where one is, and the way leads down the page.
 * @param cap after so many stops the walk ends; pages of many rows have more of the same
 */
export async function tabFaults(page: Page, cap = 70): Promise<string[]> {
  await page.evaluate(() => {
    window.scrollTo(0, 0)
    // The way through a document in a frame is the browser's own.
    for (const frame of document.querySelectorAll('iframe')) frame.tabIndex = -1
    // From the very top, wherever the page has put the focus.
    const top = document.createElement('span')
    top.tabIndex = -1
    document.body.prepend(top)
    top.focus()
    top.remove()
  })
  const faults: string[] = []
  const stops: Stop[] = []
  const seen = new Set<string>()
  let ended = false
  for (let pressed = 0; pressed < cap && !ended; pressed += 1) {
    await page.keyboard.press('Tab')
    const stop = await page.evaluate(whereFocusIs)
    ended = stop === null || stop.key === stops[0]?.key
    if (!stop || ended) break
    if (seen.has(stop.key)) {
      faults.push(`the Tab key comes back to ${stop.html}`)
      break
    }
    if (!stop.shown) faults.push(`focus is not seen on ${stop.html}`)
    seen.add(stop.key)
    stops.push(stop)
  }
  if (stops.length === 0) faults.push('the Tab key reaches nothing')
  if (ended) faults.push(...(await page.evaluate(notReached, [...seen])))
  return [...faults, ...upwards(stops)].slice(0, 4)
}

/** Steps that lead back up within one column. */
function upwards(stops: readonly Stop[]): string[] {
  const faults: string[] = []
  for (const [index, { box, html }] of stops.entries()) {
    const before = stops[index - 1]?.box
    if (!box || !before) continue
    const sameColumn = box.left < before.right && before.left < box.right
    if (sameColumn && box.bottom < before.top - 8) faults.push(`the Tab key goes up to ${html}`)
  }
  return faults
}

function whereFocusIs(): Stop | null {
  const element = document.activeElement as HTMLElement | null
  if (!element || element === document.body) return null
  element.dataset.walk ??= String(document.querySelectorAll('[data-walk]').length)
  const style = (one: Element) => {
    const { outlineStyle, outlineWidth, boxShadow, borderColor, backgroundColor } =
      getComputedStyle(one)
    return {
      outline: outlineStyle !== 'none' && Number.parseFloat(outlineWidth) > 0,
      all: [boxShadow, borderColor, backgroundColor].join(),
    }
  }
  // A control may show it on what surrounds it: a field on its frame, a file on its drop.
  const frame = element.parentElement?.parentElement
  const round = [
    element,
    element.nextElementSibling,
    element.parentElement,
    frame,
    frame?.parentElement,
  ].filter((one) => one !== null && one !== undefined)
  const focused = round.map(style)
  const { left, right, top, bottom } = element.getBoundingClientRect()
  let shown = element.tagName === 'IFRAME' || focused.some(({ outline }) => outline)
  if (!shown) {
    element.blur()
    shown = round.map(style).some(({ all }, index) => all !== focused[index]?.all)
    element.focus()
  }
  const inMain = element.closest('main') !== null && !element.closest('table, [role="dialog"]')
  return {
    key: element.dataset.walk,
    html: element.outerHTML.replace(/ data-walk="\d+"/, '').slice(0, 160),
    shown,
    box: inMain ? { left, right, top: top + scrollY, bottom: bottom + scrollY } : null,
  }
}

/** Controls in sight that the whole walk passed by; parts of one control go by arrows. */
function notReached(): string[] {
  const controls = 'a[href], button, input:not([type="hidden"]), select, textarea, summary'
  const roving =
    '[role="tablist"], [role="radiogroup"], [role="grid"], [role="toolbar"], [data-roving]'
  return [...document.querySelectorAll<HTMLElement>(controls)]
    .filter(
      (one) => one.checkVisibility({ visibilityProperty: true }) && one.dataset.walk === undefined,
    )
    .filter((one) => !one.matches(':disabled, [inert] *, [type="radio"]') && one.tabIndex >= 0)
    .filter((one) => !one.closest(roving))
    .slice(0, 3)
    .map((one) => `the Tab key passes by ${one.outerHTML.slice(0, 160)}`)
}
