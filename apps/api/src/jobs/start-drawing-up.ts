import type { FastifyBaseLogger } from 'fastify'
import type { Deps } from '../deps.ts'
import { drawUpDueReports } from './draw-up-due-reports.ts'
import { repeatHourly } from './repeat.ts'

/**
 * Draws up the monthly reports that are due, now and every hour: on the first working day of a
 * month, or once the server runs again. What fails is logged, and tried again.
 * @returns stops it; resolves when one under way is over
 */
export function startDrawingUp(deps: Deps, log: FastifyBaseLogger): () => Promise<void> {
  return repeatHourly(async () => {
    try {
      const months = await drawUpDueReports(deps)
      if (months.length > 0) log.info({ months }, 'monthly reports drawn up')
    } catch (error) {
      log.error({ err: error }, 'monthly reports failed')
    }
  })
}
