import { z } from 'zod'
import { Id, Instant, line } from './common.ts'

/** How many an account keeps, of all pages. */
export const mostSavedViews = 50

/** The lists that can be seen in a way of one's own. */
export const savedViewPages = ['assignments', 'directives', 'statistics'] as const

/**
 * The page's own search parameters, as `URLSearchParams` writes them and without the question mark:
 * put behind the page's path they can be nothing else, neither another path nor another site.
 */
const Search = z
  .string()
  .max(4000)
  .regex(/^[\w*.+%=&-]*$/)
  .meta({ example: 'status=overdue&sort=-dueOn' })

export const SavedView = z
  .object({
    id: Id,
    page: z.enum(savedViewPages),
    name: z.string(),
    search: z.string(),
    createdAt: Instant,
  })
  .meta({ id: 'SavedView' })

export const SavedViewListQuery = z.strictObject({ page: z.enum(savedViewPages).optional() })

/** By name. */
export const SavedViewList = z.object({ items: z.array(SavedView) }).meta({ id: 'SavedViewList' })

export const SaveViewBody = z
  .strictObject({ page: z.enum(savedViewPages), name: line(80), search: Search })
  .meta({ id: 'SaveView' })

export type SavedView = z.infer<typeof SavedView>
export type SavedViewListQuery = z.infer<typeof SavedViewListQuery>
export type SavedViewList = z.infer<typeof SavedViewList>
export type SaveViewBody = z.infer<typeof SaveViewBody>
