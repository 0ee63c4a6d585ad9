import type { AssignmentExportQuery, PublicAssignmentExportQuery } from '@dunghan/contract'
import type { Ctx, Language } from '../../context.ts'
import type { Deps } from '../../deps.ts'
import type { DocumentFile } from '../../documents/document-file.ts'
import { Refusal } from '../../refusal.ts'
import { groundAsOf, instantAsOf } from '../assignments/as-of.ts'
import { filterOf } from '../assignments/asked-filter.ts'
import { withinReach } from '../assignments/assignment-access.ts'
import { publicFilter } from '../portal/public-filter.ts'
import { narrowToUnits, requireKnownUnits } from '../units/units-as-of.ts'
import { exportDocument, type ListFile } from './export-document.ts'

/** Public lists written at once: each may read a million rows, and anybody may ask. */
const mostAtOnce = 4

/** Lists to take away: what a list shows, all of it, in its order. */
export function exportsService(deps: Pick<Deps, 'config' | 'database' | 'rulebooks' | 'clock'>) {
  let running = 0

  const counted = ({ content, ...file }: ListFile): ListFile => ({
    ...file,
    content() {
      running += 1
      return content().once('close', () => {
        running -= 1
      })
    },
  })

  return {
    /**
     * The office takes all, a unit its own.
     * @throws Refusal `export-too-large`, `as-of-in-future`; `not-found` for a unit nobody knows
     */
    async take(ctx: Ctx, query: AssignmentExportQuery): Promise<DocumentFile> {
      const { format, layout, sort, asOf, units, ...filters } = query
      const ground = await groundAsOf(deps, asOf ? instantAsOf(asOf, ctx.now) : ctx.now)
      const narrowed = filterOf(filters)
      requireKnownUnits(ground.units, narrowed)
      const asked = narrowToUnits(narrowed, ground.units, units)
      const filter = { ...withinReach(ctx, asked), asOf: ground.at }
      const own = ctx.actor.unitId && ground.units.get(ctx.actor.unitId)
      return exportDocument(
        deps,
        { filter, sort, ground },
        {
          format,
          layout,
          language: ctx.language,
          unitName: own ? own.unit.name : null,
        },
      )
    },

    /**
     * What is public, for anyone.
     * @throws Refusal `export-too-large`, `too-many-documents`; `not-found` for a unit nobody knows
     */
    async takePublic(
      { sort, units, ...filters }: PublicAssignmentExportQuery,
      format: AssignmentExportQuery['format'],
      language: Language,
    ): Promise<DocumentFile> {
      if (running >= mostAtOnce) throw new Refusal('too-many-documents', { retryAfter: 30 })
      const ground = await groundAsOf(deps, deps.clock())
      const narrowed = publicFilter(filters)
      requireKnownUnits(ground.units, narrowed)
      const asked = narrowToUnits(narrowed, ground.units, units)
      const filter = { ...asked, asOf: ground.at }
      const shape = { format, layout: 'public', language, unitName: null } as const
      return counted(await exportDocument(deps, { filter, sort, ground }, shape))
    },
  }
}
