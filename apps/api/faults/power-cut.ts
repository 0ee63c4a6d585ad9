import { cpSync, mkdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { openDatabase } from '../src/db/client.ts'
import type { Fault, FaultContext, Outcome } from './fault.ts'
import { checkDatabase } from './support/check-home.ts'
import { createClerk, signInAll } from './support/clerk.ts'
import { readRecording } from './support/disk-operation.ts'
import { prepareHome } from './support/home.ts'
import { newLedger } from './support/ledger.ts'
import { type Mercy, rememberDisk } from './support/remembered-disk.ts'
import { startServer, upAt } from './support/server.ts'

const usualRounds = 60
/** Writes between two starts of the recorded server. */
const acts = 60
const mercies: Mercy[] = ['nothing', 'some, and torn', 'some, and torn', 'everything']

export const powerCut: Fault = {
  name: 'power-cut',
  describe:
    'a power cut on the embedded database, at any of the writes its engine made: what was not flushed gone, in part or torn, it opens with all that was acknowledged',
  async run(context) {
    const home = join(context.folder, 'data')
    const before = join(context.folder, 'before')
    const log = join(context.folder, 'recording')
    const seed = await prepareHome({ dataDir: home })
    cpSync(join(home, 'database'), before, { recursive: true })
    const ledger = newLedger()
    const people = [1, 2, 3].map(() => createClerk(seed, ledger))
    const recording = {
      preload: [join(import.meta.dirname, 'support/record-disk.ts')],
      env: { RECORD_ROOT: join(home, 'database'), RECORD_LOG: log },
    }
    // Ended by a kill, then as asked: recovery and checkpoints are in the recording too.
    for (const end of ['kill', 'stop'] as const) {
      const server = startServer({ dataDir: home }, context, recording)
      const address = await upAt(server)
      const tokens = await signInAll(address)
      const goal = ledger.acknowledged.length + acts
      const over = () => ledger.acknowledged.length >= goal
      await Promise.all(people.map((clerk) => clerk.work(address, tokens, over)))
      await server[end]()
    }
    context.say(`${ledger.acknowledged.length} acknowledged writes recorded`)
    return [await cutEverywhere(before, log, ledger.acknowledged, context)]
  },
}

async function cutEverywhere(
  before: string,
  log: string,
  acknowledged: ReturnType<typeof newLedger>['acknowledged'],
  context: FaultContext,
): Promise<Outcome> {
  const operations = readRecording(log)
  const rounds = context.rounds ?? usualRounds
  const cuts = Array.from({ length: rounds }, () => Math.floor(Math.random() * operations.length))
  cuts.sort((a, b) => a - b)
  const disk = rememberDisk(before)
  const happens = ({ kind }: { kind: string }) => kind !== 'fsync' || !context.forgetFlushes
  const lost: string[] = []
  const halfDone: string[] = []
  const broken: string[] = []
  let done = 0
  for (const [round, cut] of cuts.entries()) {
    while (done < cut) {
      const operation = operations[done++] as (typeof operations)[number]
      if (happens(operation)) disk.apply(operation)
    }
    const dataDir = join(context.folder, `cut-${round}`)
    mkdirSync(dataDir)
    const mercy = mercies[round % mercies.length] as Mercy
    disk.cut(join(dataDir, 'database'), mercy)
    const until = operations[cut]?.at ?? 0n
    const due = acknowledged.filter(({ at }) => at < until)
    const where = `after ${cut} of ${operations.length} operations, ${mercy} spared`
    try {
      const database = await openDatabase({ dataDir, flush: false })
      const found = await checkDatabase(database, due).finally(() => database.close())
      lost.push(...found.lost.map((what) => `${where}: ${what}`))
      halfDone.push(...found.halfDone.map((what) => `${where}: ${what}`))
      broken.push(...found.broken.map((what) => `${where}: ${what}`))
    } catch (error) {
      broken.push(`${where}: it does not open: ${error}`)
    }
    rmSync(dataDir, { recursive: true, force: true })
    if ((round + 1) % 10 === 0) context.say(`${round + 1} of ${rounds} power cuts`)
  }
  return {
    database: 'embedded',
    files: '-',
    rounds,
    acknowledged: acknowledged.length,
    lost: lost.length,
    halfDone: halfDone.length,
    broken: [...broken, ...lost, ...halfDone],
    note: `of ${operations.length} operations recorded`,
  }
}
