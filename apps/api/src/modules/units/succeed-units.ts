import type { Role } from '@dunghan/domain'
import type { Ctx } from '../../context.ts'
import type { Tx } from '../../db/transaction.ts'
import type { AssignmentRecord } from '../assignments/assignment-record.ts'
import { changeAssignments } from '../assignments/change-assignment.ts'
import type { Settled } from './plan-succession.ts'
import { toUnitRef } from './units.mapper.ts'
import type { UnitName } from './units.store.ts'

/** Why work passes from one unit to another, for its history. */
export interface SuccessionNote {
  reason: string
  document: string | null
  /** The old units' last day. */
  endsOn: string | null
}

/** Moves assignments to the unit that succeeds theirs; the history names both as they stand now. */
export async function moveToSuccessor(
  tx: Tx,
  ctx: Ctx,
  role: Role,
  locked: AssignmentRecord[],
  successor: UnitName,
  note: SuccessionNote,
): Promise<void> {
  for (const [from, own] of byKey(locked, ({ unit }) => unit)) {
    await changeAssignments(
      tx,
      ctx,
      own,
      { unitId: successor.id },
      {
        type: 'assignment.unit_succeeded',
        role,
        note: { from: toUnitRef(from), to: toUnitRef(successor), ...note },
      },
    )
  }
}

/** Takes back the shares in a task that would be one too many in the successor's hands. */
export async function withdrawSettled(
  tx: Tx,
  ctx: Ctx,
  role: Role,
  settled: Settled[],
  successor: UnitName,
): Promise<void> {
  for (const [reason, own] of byKey(settled, (one) => reasonOf(one, successor))) {
    const change = { state: 'withdrawn', withdrawnAt: ctx.now, withdrawalReason: reason } as const
    const shares = own.map(({ share }) => share)
    await changeAssignments(tx, ctx, shares, change, { type: 'assignment.withdrawn', role })
  }
}

/** It stands in the record, so it is in the language of the record whoever made it. */
function reasonOf({ share, kept }: Settled, successor: UnitName): string {
  const from = share.unitId === successor.id ? kept.unit : share.unit
  return `${successor.name} kế thừa ${from.name}; nhiệm vụ này chỉ thực hiện một lần, theo việc đã giao cho ${kept.unit.name}.`
}

/** In groups that share a key; two units with one id are one. */
function byKey<Item, Key extends string | { id: string }>(
  items: Item[],
  keyOf: (item: Item) => Key,
): [Key, Item[]][] {
  const groups = new Map<string, [Key, Item[]]>()
  for (const item of items) {
    const key = keyOf(item)
    const name = typeof key === 'string' ? key : key.id
    const group = groups.get(name) ?? [key, []]
    group[1].push(item)
    groups.set(name, group)
  }
  return [...groups.values()]
}
