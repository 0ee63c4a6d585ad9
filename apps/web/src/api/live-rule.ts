/*
 * What may change by itself on a page that somebody looks at: values, in place. Rows that come, go or
 * change their order would move what lies under the hand; a page with an open form may change what
 * the form is about. Both wait until the person asks, unless nobody's hand is on the page.
 */

interface Listed {
  items: readonly { id?: string }[]
}

/** Whether to show `after` in place of `before` now would move what the person is at. */
export function moves(before: unknown, after: unknown, hand: Hand = handOn(document)): boolean {
  const [rowsBefore, rowsAfter] = [rowsOf(before), rowsOf(after)]
  if (!rowsBefore || !rowsAfter) return hand.form
  return (hand.form || hand.page) && rowsBefore.join() !== rowsAfter.join()
}

/** The rows of a list in their order; null for what is no list. */
function rowsOf(data: unknown): (string | undefined)[] | null {
  const { pages, items } = (data ?? {}) as { pages?: Listed[]; items?: Listed['items'] }
  const rows = pages ? pages.flatMap((page) => page.items) : items
  return rows?.map(({ id }) => id) ?? null
}

/** Where the person is. */
export interface Hand {
  /** Pointer, focus or scroll is within the page. */
  page: boolean
  /** There is a form to be filled in on it, or a dialog is open. */
  form: boolean
}

function handOn({ activeElement, defaultView }: Document): Hand {
  const main = document.getElementById('main')
  const focused = activeElement !== main && Boolean(main?.contains(activeElement))
  return {
    page: focused || Boolean(main?.matches(':hover')) || (defaultView?.scrollY ?? 0) > 0,
    form: document.querySelector('#main form:not([method="get"]), [role="dialog"] form') !== null,
  }
}
