import type { FastifyBaseLogger } from 'fastify'
import type { Deps } from '../deps.ts'
import { repeatHourly } from './repeat.ts'
import { sweep } from './sweep.ts'

/**
 * Sweeps now and every hour. A sweep that fails is logged, and the next one tries again.
 * @returns stops it; resolves when one under way is over
 */
export function startSweeping(deps: Deps, log: FastifyBaseLogger): () => Promise<void> {
  return repeatHourly(async () => {
    try {
      log.info(await sweep(deps, deps.clock()), 'swept')
    } catch (error) {
      log.error({ err: error }, 'sweep failed')
    }
  })
}
