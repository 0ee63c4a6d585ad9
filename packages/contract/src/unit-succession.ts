import { assignmentRoles, assignmentStates } from '@dunghan/domain'
import { z } from 'zod'
import { DirectiveRef } from './assignments.ts'
import { CivilDate, Flag, Id, line, optional, prose } from './common.ts'
import { UnitCode, UnitRef, UnitType } from './units.ts'

const ofNewUnit = ['code', 'name', 'shortName', 'type'] as const

/** A unit there is, by its id alone; or a new one, by all that names it. */
const Successor = z
  .strictObject({
    id: Id.optional(),
    code: UnitCode.optional(),
    name: line(200).optional(),
    shortName: line(100).optional(),
    type: UnitType.optional(),
    validFrom: optional(CivilDate),
    parentId: optional(Id),
  })
  .superRefine((given, context) => {
    const isNew = given.id === undefined
    for (const field of ofNewUnit) {
      if (!isNew || given[field] !== undefined) continue
      const message = 'expected, received undefined'
      context.addIssue({ code: 'invalid_type', expected: 'string', path: [field], message })
    }
    const named = [...ofNewUnit, 'validFrom', 'parentId'] as const
    const keys = isNew ? [] : named.filter((field) => (given[field] ?? null) !== null)
    if (keys.length > 0) context.addIssue({ code: 'unrecognized_keys', keys, input: given })
  })
  .meta({
    description:
      'A unit there is, by its `id` alone; or a new one, by `code`, `name`, `shortName` and `type`.',
  })

export const UnitSuccessionBody = z
  .strictObject({
    unitIds: z.array(Id).min(1).max(100).meta({ description: 'The units that end.' }),
    successor: Successor.nullable().meta({
      description: 'Who takes over their work; null where nobody does.',
    }),
    endsOn: CivilDate.meta({ description: 'Their last day: past, or today.' }),
    reason: optional(prose(2000, 0)),
    document: optional(line(300)).meta({ description: 'The decision by which it is done.' }),
  })
  .meta({ id: 'SucceedUnits' })

export const UnitSuccessionQuery = z.strictObject({
  preview: Flag.optional().meta({ description: 'Says what would move, and changes nothing.' }),
})

const Shares = z.object({ lead: z.number().int(), support: z.number().int() })

/** A share in a task that would be one too many in the hands of the successor. */
const SettledShare = z
  .object({
    assignmentId: Id,
    unit: UnitRef,
    role: z.enum(assignmentRoles),
    state: z.enum(assignmentStates),
    task: z.object({ id: Id, content: z.string() }),
    directive: DirectiveRef,
    kept: z
      .object({
        assignmentId: Id,
        unit: UnitRef,
        role: z.enum(assignmentRoles),
        state: z.enum(assignmentStates),
      })
      .meta({ description: 'The share in the same task that stays.' }),
  })
  .meta({ id: 'SettledShare' })

export const UnitSuccession = z
  .object({
    preview: z.boolean(),
    endsOn: CivilDate,
    successor: UnitRef.extend({
      isNew: z.boolean(),
      validFrom: CivilDate.nullable(),
      hasAccount: z.boolean(),
    })
      .nullable()
      .meta({ description: 'Its id is of no use before the act, where it is new.' }),
    units: z.array(
      z.object({
        unit: UnitRef,
        moved: Shares.meta({ description: 'Open assignments that the successor takes over.' }),
        withdrawn: Shares.meta({ description: 'Taken back, since the successor has the task.' }),
        unanswered: Shares.meta({ description: 'Open ones that stay, where nobody succeeds.' }),
        closed: z.number().int().meta({ description: 'Completed or withdrawn: these stay.' }),
        account: z
          .object({ id: Id, username: z.string(), disabled: z.boolean() })
          .nullable()
          .meta({ description: 'Stays as it is, to read what stayed with the unit.' }),
      }),
    ),
    settled: z.array(SettledShare).meta({ description: 'The first hundred of those taken back.' }),
    settledTotal: z.number().int(),
  })
  .meta({ id: 'UnitSuccession' })

export type UnitSuccessionBody = z.infer<typeof UnitSuccessionBody>
export type UnitSuccession = z.infer<typeof UnitSuccession>
