import { unitTypes } from '@dunghan/domain'
import { z } from 'zod'
import { anyOf, CivilDate, Id, line, optional, PageQuery, page, SearchQuery } from './common.ts'

export const UnitType = z.enum(unitTypes)

const UnitCode = z
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
  })
  .meta({ id: 'Unit' })

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
export const UnitListQuery = z.strictObject({ ...PageQuery, ...SearchQuery, type: anyOf(UnitType) })
export const UnitPage = page(Unit).meta({ id: 'UnitPage' })

/** How a unit is named inside other answers. */
export const UnitRef = z
  .object({ id: Id, code: z.string(), name: z.string(), type: UnitType })
  .meta({ id: 'UnitRef' })

export type Unit = z.infer<typeof Unit>
export type CreateUnitBody = z.infer<typeof CreateUnitBody>
export type EditUnitBody = z.infer<typeof EditUnitBody>
export type UnitListQuery = z.infer<typeof UnitListQuery>
export type UnitPage = z.infer<typeof UnitPage>
export type UnitRef = z.infer<typeof UnitRef>
