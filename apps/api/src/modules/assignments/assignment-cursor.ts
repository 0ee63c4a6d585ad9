import { CivilDate, Id, Instant } from '@dunghan/contract'
import { z } from 'zod'

/** Where a page of assignments ended, as it travels: a `SortKey`. */
export const AssignmentCursor = z.tuple([z.union([CivilDate, Instant]).nullable(), Id])
