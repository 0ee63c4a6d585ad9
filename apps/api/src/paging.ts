import { type Page, usualLimit } from '@dunghan/contract'
import type { z } from 'zod'
import { Refusal } from './refusal.ts'

type Key = string | null

/** `total` is counted exactly up to here; beyond, it says "more than". */
export const exactTotal = 10_000

/** Rows read for a page whose reader says nothing of its size: one more tells whether more follow. */
export const usualRead = usualLimit + 1

/**
 * One page of rows read one more than asked for.
 * @param keyOf the values the list is sorted by, which together name one row: the next page begins after them
 */
export function pageOf<T>(
  rows: T[],
  limit: number,
  keyOf: (row: T) => Key[],
  total: number,
): Page<T> {
  const items = rows.slice(0, limit)
  const last = items.at(-1)
  const hasMore = rows.length > limit && last !== undefined
  return {
    items,
    nextCursor: hasMore ? Buffer.from(JSON.stringify(keyOf(last))).toString('base64url') : null,
    total: Math.min(total, exactTotal),
    totalIsExact: total <= exactTotal,
  }
}

/**
 * The values a cursor stands for, null without one.
 * @param shape what the list's cursors hold
 * @throws Refusal `invalid-request` when it is not one of ours
 */
export function readCursor<T>(cursor: string | undefined, shape: z.ZodType<T>): T | null {
  if (cursor === undefined) return null
  const parsed = shape.safeParse(jsonOf(Buffer.from(cursor, 'base64url').toString()))
  if (!parsed.success) throw new Refusal('invalid-request', { pointer: '/cursor' })
  return parsed.data
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
