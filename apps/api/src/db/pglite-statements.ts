import { type PGlite, parse, protocol, type QueryOptions, type Results } from '@electric-sql/pglite'

const { serialize } = protocol

/** More texts than the product has; beyond it the longest kept is forgotten. */
const mostKept = 1000

interface Statement {
  name: string
  parameterTypes: number[]
  /** What its rows look like; nothing for a statement that gives none. */
  columns: Awaited<ReturnType<PGlite['execProtocol']>>['messages']
}

export type QueryStatement = (
  sql: string,
  values: unknown[],
  options: QueryOptions,
) => Promise<Results>

/**
 * Runs statements of the embedded engine, each text parsed once and kept under a name, with one
 * call into the engine instead of six. Plans are made anew every time all the same (see
 * `plan_cache_mode` where the engine is opened): nothing here gathers statistics, and a plan made
 * while the tables were small would stay.
 *
 * Only for whoever holds the engine's transaction: calls are not kept apart from those of others.
 */
export function createStatements(pglite: PGlite): QueryStatement {
  const kept = new Map<string, Statement>()
  let made = 0
  let parsers: { given: QueryOptions['parsers']; all: PGlite['parsers'] } | undefined

  const send = async (...messages: Uint8Array[]) => {
    const whole = Buffer.concat([...messages, serialize.sync()])
    return (await pglite.execProtocol(whole, { syncToFs: false, throwOnError: true })).messages
  }
  const prepare = async (sql: string): Promise<Statement> => {
    const [oldest] = kept
    const full = kept.size >= mostKept && oldest
    if (full) {
      kept.delete(oldest[0])
      await send(serialize.close({ type: 'S', name: oldest[1].name }))
    }
    const name = `kept_${made++}`
    const described = await send(
      serialize.parse({ name, text: sql }),
      serialize.describe({ type: 'S', name }),
    )
    const statement = {
      name,
      parameterTypes: parse.parseDescribeStatementResults(described),
      columns: described.filter((message) => message.name === 'rowDescription'),
    }
    kept.set(sql, statement)
    return statement
  }
  /** The engine's own parsers and the caller's, joined once and not for every statement. */
  const parsersFor = ({ parsers: given }: QueryOptions): PGlite['parsers'] => {
    if (parsers?.given !== given || !parsers) {
      parsers = { given, all: { ...pglite.parsers, ...given } as PGlite['parsers'] }
    }
    return parsers.all
  }
  return (sql, values, options) =>
    pglite.runExclusive(async () => {
      try {
        const statement = kept.get(sql) ?? (await prepare(sql))
        const { name, parameterTypes, columns } = statement
        const bound = values.map((value, i) => asText(pglite, value, parameterTypes[i]))
        const answer = await send(
          serialize.bind({ statement: name, values: bound }),
          serialize.execute({}),
        )
        const messages = [...columns, ...answer]
        const { rowMode } = options
        const [result] = parse.parseResults(messages, parsersFor(options), { rowMode })
        if (!result) throw new Error('the engine gave no result')
        return result
      } catch (error) {
        // After an error the engine passes over everything up to the next synchronisation.
        await pglite.execProtocol(serialize.sync(), { syncToFs: false }).catch(() => {})
        throw error
      }
    })
}

function asText(pglite: PGlite, value: unknown, type: number | undefined): string | null {
  if (value === null || value === undefined) return null
  const serializer = type === undefined ? undefined : pglite.serializers[type]
  return serializer ? (serializer(value) as string) : String(value)
}
