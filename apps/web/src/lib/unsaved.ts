/*
 * What on the screen was typed and neither sent nor given up. Forms say so for themselves; whoever
 * is about to take the page away asks here.
 */

export interface Unsaved {
  /** @param to the path gone to; null when the tab closes or the dialog does */
  is: (to: string | null) => boolean
  /** What becomes of what was typed. */
  text: () => string
}

export const forms = new Set<Unsaved>()

/** The first form with something unsaved; undefined where all may go. */
export const unsaved = (to: string | null = null): Unsaved | undefined =>
  [...forms].find((form) => form.is(to))
