import { unitStandings, unitTypes } from '@dunghan/domain'
import { z } from 'zod'
import { anyOf, CivilDate, Id, line, optional, PageQuery, page, SearchQuery } from './common.ts'

export const UnitType = z.enum(unitTypes)

export const UnitCode = z
  .string()
  .trim()
  .regex(/^[a-z0-9][a-z0-9-]{0,39}$/)
  .meta({ example: 'so-xay-dung' })

const fields = {
  code: UnitCode,
  name: line(200),
  shortName: line(100),
  type: UnitType,
  validFrom: optional(CivilDate),
  validTo: optional(CivilDate),
  successorId: optional(Id),
  parentId: optional(Id),
}

/** How a unit is named inside other answers. */
export const UnitRef = z
  .object({ id: Id, code: z.string(), name: z.string(), type: UnitType })
  .meta({ id: 'UnitRef' })

export const Unit = z
  .object({
    id: Id,
    version: z.number().int(),
    code: z.string(),
    name: z.string(),
    shortName: z.string(),
    type: UnitType,
    validFrom: CivilDate.nullable(),
    validTo: CivilDate.nullable(),
    successorId: Id.nullable(),
    parentId: Id.nullable(),
    successor: UnitRef.nullable(),
    predecessors: z
      .array(UnitRef)
      .meta({ description: 'Those whose work it took over, by code; theirs before them not.' }),
  })
  .meta({ id: 'Unit' })

/** One unit opened. */
export const UnitDetail = Unit.extend({
  open: z.object({ lead: z.number().int(), support: z.number().int() }).nullable().meta({
    description:
      'Its assignments that are neither completed nor withdrawn; null to another unit, which is not told.',
  }),
}).meta({ id: 'UnitDetail' })

export const CreateUnitBody = z.strictObject(fields).meta({ id: 'CreateUnit' })
export const EditUnitBody = z
  .strictObject({
    code: UnitCode.optional(),
    name: line(200).optional(),
    shortName: line(100).optional(),
    type: UnitType.optional(),
    validFrom: CivilDate.nullable().optional(),
    validTo: CivilDate.nullable().optional(),
    successorId: Id.nullable().optional(),
    parentId: Id.nullable().optional(),
  })
  .meta({ id: 'EditUnit' })
export const UnitListQuery = z.strictObject({
  ...PageQuery,
  ...SearchQuery,
  type: anyOf(UnitType),
  standing: anyOf(z.enum(unitStandings)).meta({
    description: 'Still to come, in being or ended, on `validOn`.',
  }),
  validOn: CivilDate.optional().meta({
    description:
      'The day `standing` speaks of, today where left out; alone, who was in being then.',
  }),
})
export const UnitPage = page(Unit).meta({ id: 'UnitPage' })

export type Unit = z.infer<typeof Unit>
export type UnitDetail = z.infer<typeof UnitDetail>
export type CreateUnitBody = z.infer<typeof CreateUnitBody>
export type EditUnitBody = z.infer<typeof EditUnitBody>
export type UnitListQuery = z.infer<typeof UnitListQuery>
export type UnitPage = z.infer<typeof UnitPage>
export type UnitRef = z.infer<typeof UnitRef>
