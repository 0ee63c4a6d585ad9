import type { Statistics } from '@dunghan/contract'
import type { Deps } from '../../deps.ts'
import { Refusal } from '../../refusal.ts'
import { groundAsOf } from '../assignments/as-of.ts'
import { publicFilter } from '../portal/public-filter.ts'
import { countAssignments } from '../statistics/count-assignments.ts'
import { unitStore } from '../units/units.store.ts'

/** How long figures are shown for: a busy portal asks no more often, however many look at it. */
export const figuresLastMs = 5 * 60_000

export interface EmbedFigures {
  /** Null: all of the province. */
  unit: { code: string; name: string } | null
  asOf: Date
  totals: Statistics['totals']
}

interface Kept {
  until: number
  figures: Promise<EmbedFigures>
}

/** The figures that other sites show, counted once in a while for everybody. */
export function embedFiguresService(
  deps: Pick<Deps, 'database' | 'rulebooks' | 'clock'>,
): (code: string | undefined) => Promise<EmbedFigures> {
  const { database, clock } = deps
  const db = database.prisma
  const kept = new Map<string | undefined, Kept>()

  /** @param code a unit's; @throws Refusal `not-found` */
  return async (code) => {
    const now = clock().getTime()
    const known = kept.get(code)
    if (known && now < known.until && known.until - now <= figuresLastMs) return known.figures
    const figures = count(code)
    kept.set(code, { until: now + figuresLastMs, figures })
    // What failed is asked again, and what nobody knows takes no room.
    figures.catch(() => kept.delete(code))
    return figures
  }

  async function count(code: string | undefined): Promise<EmbedFigures> {
    const unit = code === undefined ? null : await unitStore(db).findByCode(code)
    if (code !== undefined && !unit) throw new Refusal('not-found')
    const ground = await groundAsOf(deps, clock())
    const { totals } = await countAssignments(
      db,
      publicFilter(unit ? { unit: [unit.code] } : {}),
      { groupBy: 'status', basis: 'issued', units: 'as_assigned' },
      ground,
      { language: 'vi', unitKey: 'code' },
    )
    return { unit: unit && { code: unit.code, name: unit.name }, asOf: ground.at, totals }
  }
}
