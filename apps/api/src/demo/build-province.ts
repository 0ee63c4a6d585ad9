import { addDays, civilDateAt, createWorkCalendar, startOfDay } from '@dunghan/domain'
import { inBatch } from '../db/batch.ts'
import type { Deps } from '../deps.ts'
import { daysTold, type ProvinceOptions, planProvince } from './plan-province.ts'
import { type Played, playStory } from './play-story.ts'
import { readBells } from './read-bells.ts'
import { settle } from './settle.ts'
import { storePapers } from './store-papers.ts'

export interface BuildOptions extends ProvinceOptions {
  /** Told now and then how far the story has come. */
  progress?: (told: { done: number; of: number; at: Date }) => void
}

/** The whole may take as long as it takes on a slow laptop. */
const timeout = 30 * 60_000

/**
 * Fills an empty database with the made-up province: the product's own services are played, act by
 * act, with a clock that moves from three years ago to the present of the story. All of it is one
 * transaction: a build that is broken off leaves an empty database.
 */
export async function buildProvince(deps: Deps, options: BuildOptions): Promise<Played> {
  const { until, progress } = options
  const beginning = startOfDay(addDays(civilDateAt(until), -daysTold - 7))
  const directives = planProvince(createWorkCalendar(), options)
  const played = await inBatch(
    deps.database,
    async (database) => {
      const stage = { ...deps, database }
      await database.prisma
        .$executeRaw`SELECT set_config('plan_cache_mode', 'force_generic_plan', true),
        set_config('enable_seqscan', 'off', true)`
      const cast = await settle(stage, beginning)
      const papers = await storePapers(stage, cast, beginning)
      const played = await playStory(stage, { cast, papers, directives, until, progress })
      await readBells(stage, until)
      return played
    },
    { timeout },
  )
  // Lists and counts are planned by what the tables hold, which the database has not looked at yet.
  await deps.database.scripts.inTransaction((run) => run('ANALYZE'))
  return played
}
