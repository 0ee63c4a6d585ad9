import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from '@playwright/test'

/*
 * What is asked of every page in every state. Each check answers with what is wrong, in words, or
 * with nothing.
 */

/** WCAG 2.2 A and AA, and the good practice axe knows of beyond it. */
const axeTags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']

export async function axeFindings(page: Page): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page })
    .withTags(axeTags)
    .options({ rules: { 'target-size': { enabled: true } } })
    .analyze()
  return violations.flatMap(({ id, nodes }) =>
    nodes
      .filter((node) => !isOfFrame(node))
      .slice(0, 3)
      .map(({ html }) => `axe ${id}: ${html.slice(0, 300)}`),
  )
}

type NodeResult = Awaited<ReturnType<AxeBuilder['analyze']>>['violations'][number]['nodes'][number]

/** A page in a frame is a page of its own: its landmarks are not those of the page around it. */
const isOfFrame = ({ target, any }: NodeResult) =>
  [target, ...any.flatMap(({ relatedNodes = [] }) => relatedNodes.map((node) => node.target))].some(
    (path) => path.length > 1,
  )

/** One first heading, one main landmark, and a title that says which page of which product it is. */
export const structureFaults = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const seen = (element: Element) => element.checkVisibility({ visibilityProperty: true })
    const count = (selector: string) => [...document.querySelectorAll(selector)].filter(seen).length
    const faults: string[] = []
    if (count('h1') !== 1) faults.push(`${count('h1')} first headings`)
    if (count('main') !== 1) faults.push(`${count('main')} main landmarks`)
    if (!/\S+ · Đúng Hạn$/.test(document.title)) faults.push(`the title is "${document.title}"`)
    return faults
  })

/** What makes the page wider than the screen. */
export const overflowFaults = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const { scrollWidth, clientWidth } = document.documentElement
    if (scrollWidth <= clientWidth) return []
    const wide = [...document.body.querySelectorAll('*')]
      .filter((element) => element.getBoundingClientRect().right > clientWidth + 1)
      .filter((element) => element.children.length === 0)
      .slice(0, 3)
      .map((element) => element.outerHTML.slice(0, 200))
    return [`wider than the screen by ${scrollWidth - clientWidth} px: ${wide.join(' | ')}`]
  })

/**
 * Text that its own box cuts off. Left out: what is only read out, and what is cut by intention
 * with its whole text at hand: in a title, or behind the link it stands in.
 */
export const cutFaults = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const cuts = /hidden|clip/
    const byIntention = (
      element: Element,
      { textOverflow, webkitLineClamp }: CSSStyleDeclaration,
    ) =>
      (textOverflow === 'ellipsis' || webkitLineClamp !== 'none') &&
      (element.closest('[title], a[href]') ?? element.querySelector('a[href]')) !== null
    const onlyRead = (element: Element): boolean => {
      for (let at: Element | null = element; at; at = at.parentElement) {
        if (getComputedStyle(at).clipPath !== 'none') return true
      }
      return false
    }
    const isCut = (element: HTMLElement) => {
      const style = getComputedStyle(element)
      if (!cuts.test(style.overflowX) && !cuts.test(style.overflowY)) return false
      if (!element.checkVisibility({ visibilityProperty: true })) return false
      if (!element.textContent?.trim() || byIntention(element, style) || onlyRead(element))
        return false
      const wide = cuts.test(style.overflowX) && element.scrollWidth > element.clientWidth + 2
      const tall = cuts.test(style.overflowY) && element.scrollHeight > element.clientHeight + 2
      return wide || tall
    }
    return [...document.body.querySelectorAll<HTMLElement>('*')]
      .filter((element) => !element.closest('[inert], svg, iframe') && isCut(element))
      .slice(0, 3)
      .map((element) => `text is cut off: ${element.outerHTML.slice(0, 240)}`)
  })

/**
 * Texts that lie over one another, within the page itself: what sticks or floats may cover, and what is
 * scrolled or cut away is not seen.
 */
export const overlapFaults = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const floats = (element: Element | null): boolean => {
      for (let at = element; at && at !== document.body; at = at.parentElement) {
        const { position, clipPath, overflowY } = getComputedStyle(at)
        if (/fixed|sticky|absolute/.test(position) || clipPath !== 'none') return true
        // What is scrolled or cut away lies where it is not seen.
        if (overflowY !== 'visible') return true
      }
      return false
    }
    const texts: { text: string; box: DOMRect }[] = []
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const parent = node.parentElement
      if (!node.textContent?.trim() || !parent?.checkVisibility({ visibilityProperty: true }))
        continue
      if (floats(parent)) continue
      const range = document.createRange()
      range.selectNodeContents(node)
      for (const box of range.getClientRects()) texts.push({ text: node.textContent.trim(), box })
    }
    const overlaps = (a: DOMRect, b: DOMRect) =>
      Math.min(a.right, b.right) - Math.max(a.left, b.left) > 4 &&
      Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top) > Math.min(a.height, b.height) * 0.6
    const faults: string[] = []
    for (const [index, one] of texts.entries()) {
      for (const other of texts.slice(index + 1)) {
        if (one.text === other.text || !overlaps(one.box, other.box)) continue
        faults.push(`texts lie over one another: "${one.text}" and "${other.text}"`)
        if (faults.length > 2) return faults
      }
    }
    return faults
  })

/** With motion reduced, nothing moves for longer than a millisecond. */
export const motionFaults = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const longest = (list: string) =>
      Math.max(...list.split(',').map((one) => Number.parseFloat(one) || 0))
    return [...document.querySelectorAll('*')]
      .filter((element) => {
        const style = getComputedStyle(element)
        const moves = style.animationName !== 'none' && longest(style.animationDuration) > 0.001
        return moves || longest(style.transitionDuration) > 0.001
      })
      .slice(0, 3)
      .map((element) => `moves: ${element.outerHTML.slice(0, 200)}`)
  })

/** What belongs to the screen alone and yet would be printed. */
export const printFaults = (page: Page): Promise<string[]> =>
  page.evaluate(() =>
    [
      ...document.querySelectorAll(
        'nav, [role="search"], form[method="get"], button, [role="tablist"]',
      ),
    ]
      .filter((element) => element.checkVisibility({ visibilityProperty: true }))
      .filter((element) => getComputedStyle(element).clipPath === 'none')
      .slice(0, 3)
      .map((element) => `is printed: ${element.outerHTML.slice(0, 200)}`),
  )
