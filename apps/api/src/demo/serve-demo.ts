import { parseArgs } from 'node:util'
import { civilDateAt, instantAt, isCivilDate } from '@dunghan/domain'
import { ConfigError } from '../config.ts'
import { serve } from '../serve.ts'
import { ensureProvince } from './ensure-province.ts'
import { accountsShown } from './say.ts'

/**
 * The product with a made-up province, on a data folder of its own.
 *
 *     node apps/api/src/demo.ts [--directives 2000] [--until 2026-11-23]
 *
 * The first start builds the province; later ones find it built and start at once.
 */
export function serveDemo(): Promise<void> {
  return serve({
    defaults: { DATA_DIR: './data/demo' },
    async prepare(deps) {
      const { directives, until } = readArguments(deps.clock())
      await ensureProvince(deps, { directives, until })
      return accountsShown
    },
  })
}

function readArguments(now: Date): { directives: number; until: Date } {
  const { values } = parseArguments()
  const directives = Number(values.directives)
  if (!Number.isInteger(directives) || directives < 1 || directives > 20_000) {
    throw new ConfigError('--directives must be a whole number from 1 to 20000.')
  }
  const day = values.until ?? civilDateAt(now)
  if (!isCivilDate(day) || day > civilDateAt(now)) {
    throw new ConfigError('--until must be a day in the form YYYY-MM-DD, not after today.')
  }
  return { directives, until: day < civilDateAt(now) ? instantAt(day, '17:00') : now }
}

function parseArguments() {
  try {
    return parseArgs({
      options: { directives: { type: 'string', default: '2000' }, until: { type: 'string' } },
    })
  } catch (error) {
    throw new ConfigError((error as Error).message)
  }
}
