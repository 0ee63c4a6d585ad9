/** One line of the table. */
export interface Line {
  case: string
  ours: string
  reference: string
  /** What the goal speaks of, as a number. */
  value: number
  goal: string
  met: boolean
  rows: number
}

/** A goal on a number, and how it is written. */
export const atLeast = (least: number, unit = '×') => ({
  goal: `≥ ${least} ${unit}`,
  holds: (value: number) => value >= least,
})
export const atMost = (most: number, unit = '×') => ({
  goal: `≤ ${most} ${unit}`,
  holds: (value: number) => value <= most,
})
export type Goal = ReturnType<typeof atLeast>

export function lineOf(
  name: string,
  { ours, reference = '', value }: { ours: string; reference?: string; value: number },
  { goal, holds }: Goal,
  rows: number,
): Line {
  return { case: name, ours, reference, value, goal, met: holds(value), rows }
}

export const perSecond = (throughput: number) =>
  `${throughput >= 100 ? Math.round(throughput).toLocaleString('en') : throughput.toFixed(1)}/s`

/** With what each answer took of the server's processor, which other work on the machine leaves as it is. */
export const paceText = ({ throughput, cpu }: { throughput: number; cpu: number }) =>
  `${perSecond(throughput)} (${cpu.toFixed(2)} ms CPU)`

export const inMs = (ms: number) => `${ms >= 100 ? Math.round(ms) : ms.toFixed(1)} ms`

/** As a table of Markdown, which a terminal shows as well. */
export function tableOf(lines: Line[]): string {
  const head = ['case', 'ours', 'reference', 'value', 'goal', 'met', 'rows']
  const cells = lines.map((line) => [
    line.case,
    line.ours,
    line.reference,
    line.value >= 10 ? line.value.toFixed(0) : line.value.toFixed(2),
    line.goal,
    line.met ? 'yes' : 'NO',
    line.rows > 0 ? line.rows.toLocaleString('en') : '',
  ])
  const widths = head.map((title, i) =>
    Math.max(title.length, ...cells.map((row) => row[i]?.length ?? 0)),
  )
  const write = (row: string[]) =>
    `| ${row.map((cell, i) => cell.padEnd(widths[i] ?? 0)).join(' | ')} |`
  const rule = `|${widths.map((width) => '-'.repeat(width + 2)).join('|')}|`
  return [write(head), rule, ...cells.map(write)].join('\n')
}
