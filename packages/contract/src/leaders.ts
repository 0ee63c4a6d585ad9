import { z } from 'zod'
import { CivilDate, Id, line, optional, PageQuery, page, SearchQuery } from './common.ts'

export const Leader = z
  .object({
    id: Id,
    version: z.number().int(),
    name: z.string(),
    position: z.string(),
    validFrom: CivilDate.nullable(),
    validTo: CivilDate.nullable(),
  })
  .meta({ id: 'Leader' })

export const CreateLeaderBody = z
  .strictObject({
    name: line(100),
    position: line(200),
    validFrom: optional(CivilDate),
    validTo: optional(CivilDate),
  })
  .meta({ id: 'CreateLeader' })
export const EditLeaderBody = z
  .strictObject({
    name: line(100).optional(),
    position: line(200).optional(),
    validFrom: CivilDate.nullable().optional(),
    validTo: CivilDate.nullable().optional(),
  })
  .meta({ id: 'EditLeader' })
export const LeaderListQuery = z.strictObject({ ...PageQuery, ...SearchQuery })
export const LeaderPage = page(Leader).meta({ id: 'LeaderPage' })

/** How a leader is named inside other answers. */
export const LeaderRef = z
  .object({ id: Id, name: z.string(), position: z.string() })
  .meta({ id: 'LeaderRef' })

export type Leader = z.infer<typeof Leader>
export type CreateLeaderBody = z.infer<typeof CreateLeaderBody>
export type EditLeaderBody = z.infer<typeof EditLeaderBody>
export type LeaderListQuery = z.infer<typeof LeaderListQuery>
export type LeaderPage = z.infer<typeof LeaderPage>
export type LeaderRef = z.infer<typeof LeaderRef>
