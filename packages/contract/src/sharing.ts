import { z } from 'zod'
import { Id, lookup } from './common.ts'
import { PublicAssignmentListQuery } from './portal.ts'

/** What a list is narrowed by; a feed has an order and a length of its own. */
export const PublicFeedQuery = PublicAssignmentListQuery.omit({
  limit: true,
  cursor: true,
  sort: true,
})
/** The same for one unit, which the address names. */
export const PublicUnitFeedQuery = PublicFeedQuery.omit({ unit: true, unitType: true, units: true })

export const AtomFeed = z.string().meta({
  description:
    'Atom (RFC 4287): the 50 tasks that changed last, the newest first. An entry keeps its `id` for ever and comes again whenever the task changes.',
})

export const DueCalendar = z.string().meta({
  description:
    'iCalendar (RFC 5545) to subscribe to: an all-day event on the effective due date of each public task the unit still has to report on, 1,000 at most. An event keeps its `UID`.',
})

export const DataCatalog = z
  .object({ '@context': z.record(z.string(), z.unknown()), '@type': z.string() })
  .catchall(z.unknown())
  .meta({
    id: 'DataCatalog',
    description: 'The data sets there are, as JSON-LD in the terms of DCAT 3.',
  })

/** What the figure that a page embeds is asked by; what it does not know, a frame cannot mend. */
export const EmbedQuery = z.object({
  unit: lookup(40).optional(),
  theme: z.enum(['auto', 'light', 'dark']).catch('auto'),
  lang: z.enum(['vi', 'en']).optional().catch(undefined),
})

export const SiteMapQuery = z.strictObject({ after: Id })

export type PublicFeedQuery = z.infer<typeof PublicFeedQuery>
export type PublicUnitFeedQuery = z.infer<typeof PublicUnitFeedQuery>
export type EmbedQuery = z.infer<typeof EmbedQuery>
