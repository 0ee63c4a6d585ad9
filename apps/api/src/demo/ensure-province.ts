import { demoAccounts } from '../../../../prisma/demo/people.ts'
import { ConfigError } from '../config.ts'
import type { Deps } from '../deps.ts'
import { accountStore } from '../modules/accounts/accounts.store.ts'
import { buildProvince } from './build-province.ts'
import type { ProvinceOptions } from './plan-province.ts'
import { say } from './say.ts'

/**
 * Builds the made-up province unless it is there already.
 * @throws ConfigError when the database holds other accounts: made-up data never joins real data
 */
export async function ensureProvince(deps: Deps, options: ProvinceOptions): Promise<void> {
  const accounts = accountStore(deps.database.prisma)
  const [admin] = demoAccounts
  const existing = await accounts.findByUsername(admin?.username ?? '')
  if (existing?.displayName === admin?.displayName) {
    say.alreadyBuilt()
    return
  }
  if ((await accounts.count({ words: [] })) > 0) {
    throw new ConfigError(
      'This database holds accounts that are not the demonstration’s: give the demo an empty one.',
    )
  }
  say.building(options.directives)
  const began = performance.now()
  const played = await buildProvince(deps, { ...options, progress: say.progress })
  say.built(played, performance.now() - began)
}
