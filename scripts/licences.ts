import { existsSync, readFileSync, realpathSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { root } from './run.ts'

interface Package {
  name: string
  version: string
  license?: string | { type: string }
  licenses?: { type: string }[]
  dependencies?: Record<string, string>
  optionalDependencies?: Record<string, string>
}

const workspaces = [
  'apps/api',
  'apps/web',
  'packages/domain',
  'packages/contract',
  'packages/api-client',
]

/**
 * What the product brings along when it runs, by `name version`: the licence each package states.
 * Follows what is installed; packages of the workspace itself are left out.
 */
export function licencesInUse(): Map<string, string> {
  const found = new Map<string, string>()
  const seen = new Set<string>()
  const follow = (folder: string, isOurs: boolean) => {
    if (seen.has(folder)) return
    seen.add(folder)
    const made: Package = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'))
    if (!isOurs) found.set(`${made.name} ${made.version}`, licenceOf(made))
    for (const name of Object.keys({ ...made.dependencies, ...made.optionalDependencies })) {
      const next = installed(name, folder)
      if (next) follow(next, !next.includes('node_modules'))
    }
  }
  for (const workspace of workspaces) follow(join(root, workspace), true)
  return new Map([...found].sort())
}

function licenceOf({ license, licenses }: Package): string {
  if (typeof license === 'string') return license
  return license?.type ?? licenses?.map(({ type }) => type).join(' OR ') ?? 'none stated'
}

/** None: optional, and made for another machine. */
function installed(name: string, from: string): string | null {
  for (let folder = from; folder !== dirname(folder); folder = dirname(folder)) {
    const place = join(folder, 'node_modules', name)
    if (existsSync(join(place, 'package.json'))) return realpathSync(place)
  }
  return null
}

if (import.meta.main) {
  for (const [name, licence] of licencesInUse()) console.log(`${licence.padEnd(28)}${name}`)
}
