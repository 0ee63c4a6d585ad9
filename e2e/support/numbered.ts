import { test } from '@playwright/test'

/** A number of this try's own: the office still has what an earlier try entered. */
export const numbered = (number: number): string => String(number + 100 * test.info().retry)
