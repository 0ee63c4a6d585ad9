import type { FastifyBaseLogger } from 'fastify'
import type { Deps } from '../deps.ts'
import { sweep } from './sweep.ts'

const hourly = 60 * 60 * 1000

/**
 * Sweeps now and every hour. A sweep that fails is logged, and the next one tries again.
 * @returns stops it; resolves when one under way is over
 */
export function startSweeping(deps: Deps, log: FastifyBaseLogger): () => Promise<void> {
  let running: Promise<void> = Promise.resolve()
  const run = async () => {
    try {
      log.info(await sweep(deps, deps.clock()), 'swept')
    } catch (error) {
      log.error({ err: error }, 'sweep failed')
    }
  }
  const next = () => {
    running = running.then(run)
  }
  next()
  const timer = setInterval(next, hourly)
  timer.unref()
  return () => {
    clearInterval(timer)
    return running
  }
}
