import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { type Fault, type FaultContext, NotRun, type Outcome } from './fault.ts'
import { faults } from './faults.ts'

const usage = `pnpm faults [name …] [--rounds N] [--forget-flushes]

Does to a server of its own what must not hurt it, and says what was lost. Without a name all of:

${faults.map(({ name, describe }) => `  ${name.padEnd(22)}${describe}`).join('\n')}

  --rounds N             do the worst N times, of each
  --forget-flushes       of power-cut: take no flush for done. Losses must be found: it shows that the
                         check can fail

Exit code 1 when a promise is broken. What cannot be run on this machine is said to be "not run".
`

interface Line extends Partial<Outcome> {
  fault: string
  seconds: number
  verdict: 'holds' | 'BROKEN' | 'not run'
}

async function main(): Promise<number> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      rounds: { type: 'string' },
      'forget-flushes': { type: 'boolean', default: false },
      help: { type: 'boolean', short: 'h' },
    },
  })
  if (values.help) {
    process.stdout.write(usage)
    return 0
  }
  const unknown = positionals.find((name) => !faults.some((fault) => fault.name === name))
  const rounds = values.rounds === undefined ? undefined : Number(values.rounds)
  if (unknown || (rounds !== undefined && !(Number.isInteger(rounds) && rounds > 0))) {
    process.stderr.write(unknown ? `No fault is called ${unknown}.\n\n${usage}` : usage)
    return 2
  }
  const chosen = faults.filter(({ name }) => positionals.length === 0 || positionals.includes(name))
  const lines: Line[] = []
  const how = { rounds, forgetFlushes: values['forget-flushes'] }
  for (const fault of chosen) lines.push(...(await runOne(fault, how)))
  process.stdout.write(`\n${table(lines)}\n`)
  for (const { fault, broken = [] } of lines) {
    for (const what of broken.slice(0, 10)) process.stdout.write(`${fault}: ${what}\n`)
  }
  return lines.some(({ verdict }) => verdict === 'BROKEN') ? 1 : 0
}

async function runOne(
  fault: Fault,
  how: Pick<FaultContext, 'rounds' | 'forgetFlushes'>,
): Promise<Line[]> {
  const folder = mkdtempSync(join(tmpdir(), 'dunghan-faults-'))
  const ends: (() => unknown)[] = [() => rmSync(folder, { recursive: true, force: true })]
  const say = (line: string) => process.stderr.write(`${fault.name}: ${line}\n`)
  const begun = performance.now()
  const took = () => Math.round((performance.now() - begun) / 1000)
  say(fault.describe)
  try {
    mkdirSync(folder, { recursive: true })
    const outcomes = await fault.run({
      ...how,
      folder,
      say,
      afterwards: (work) => ends.push(work),
    })
    return outcomes.map((outcome) => {
      const holds = outcome.lost + outcome.halfDone + outcome.broken.length === 0
      return { ...outcome, fault: fault.name, seconds: took(), verdict: holds ? 'holds' : 'BROKEN' }
    })
  } catch (error) {
    const what = error instanceof Error ? (error.stack ?? error.message) : String(error)
    const line = { fault: fault.name, seconds: took() }
    if (error instanceof NotRun) return [{ ...line, verdict: 'not run', note: error.message }]
    return [{ ...line, verdict: 'BROKEN', broken: [what] }]
  } finally {
    for (const end of ends.reverse()) {
      await Promise.resolve()
        .then(end)
        .catch((error) => say(`left behind: ${error}`))
    }
  }
}

function table(lines: Line[]): string {
  const head = [
    'fault',
    'database',
    'files',
    'rounds',
    'acknowledged',
    'lost',
    'half done',
    's',
    'verdict',
    '',
  ]
  const rows = lines.map((line) =>
    [
      line.fault,
      line.database ?? '-',
      line.files ?? '-',
      line.rounds ?? '-',
      line.acknowledged ?? '-',
      line.lost ?? '-',
      line.halfDone ?? '-',
      line.seconds,
      line.verdict,
      line.note ?? '',
    ].map(String),
  )
  const widths = head.map((_, i) => Math.max(...[head, ...rows].map((row) => row[i]?.length ?? 0)))
  return [head, ...rows]
    .map((row) =>
      row
        .map((cell, i) => cell.padEnd(widths[i] ?? 0))
        .join('  ')
        .trimEnd(),
    )
    .join('\n')
}

process.exit(await main())
