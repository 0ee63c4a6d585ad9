import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'

/* The palette and the scale, held to what can be read: see docs/decisions/0032-one-look.md. */

const read = (path: string) => readFileSync(new URL(path, import.meta.url), 'utf8')
const tokens = read('tokens.css')

/** `--dh-name: #rrggbb` of one theme; the dark one takes the rest from the light one. */
function palette(theme: 'light' | 'dark'): Record<string, string> {
  const [light = '', dark = ''] = tokens.split('@media screen')
  const named = (css: string) => [...css.matchAll(/--dh-([\w-]+):\s*(#[0-9a-f]{6})/g)]
  const parts = theme === 'light' ? [light] : [light, dark]
  return Object.fromEntries(parts.flatMap(named).map(([, name, colour]) => [name, colour]))
}

function luminance(colour: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const part = Number.parseInt(colour.slice(at, at + 2), 16) / 255
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}

/** As WCAG 2 has it, from 1 to 21. */
function contrast(one: string, other: string): number {
  const [bright = 0, dim = 0] = [luminance(one), luminance(other)].sort((a, b) => b - a)
  return (bright + 0.05) / (dim + 0.05)
}

const statuses = [
  'in-progress',
  'due-soon',
  'overdue',
  'awaiting-review',
  'completed-early',
  'completed-on-time',
  'completed-late',
  'returned',
  'withdrawn',
]
const grounds = ['paper', 'porch', 'band', 'panel', 'raised', 'sunken', 'accent-soft']

/** Text on ground, each pair that occurs. */
const texts: [string, string][] = [
  ...['ink', 'soft', 'accent'].flatMap((ink) =>
    grounds.map((ground): [string, string] => [ink, ground]),
  ),
  ...statuses.map((status): [string, string] => [status, `${status}-ground`]),
  ...statuses.flatMap((status) =>
    ['paper', 'panel', 'sunken'].map((ground): [string, string] => [status, ground]),
  ),
  ['on-action', 'action'],
  ['on-action', 'action-hover'],
  ['on-danger', 'danger'],
  ['on-danger', 'danger-hover'],
]

/** What is seen by its shape: frames of fields, the mark of focus, bars of charts. */
const shapes: [string, string][] = [
  ...['line-strong', 'focus', 'seal'].flatMap((shape) =>
    ['paper', 'porch', 'panel', 'raised'].map((ground): [string, string] => [shape, ground]),
  ),
]

describe.each(['light', 'dark'] as const)('the %s palette', (theme) => {
  const colours = palette(theme)
  const ratio = ([one, other]: [string, string]) =>
    contrast(colours[one] ?? '', colours[other] ?? '')

  it.each(texts)('lets %s be read on %s', (...pair) => {
    expect(ratio(pair)).toBeGreaterThanOrEqual(4.5)
  })

  it.each(shapes)('lets %s be seen on %s', (...pair) => {
    expect(ratio(pair)).toBeGreaterThanOrEqual(3)
  })

  it.each(statuses.filter((status) => colours[`bar-${status}`]))(
    'sets the bar of %s off',
    (status) => {
      expect(ratio([`bar-${status}`, 'panel'])).toBeGreaterThanOrEqual(3)
    },
  )
})

/** The steps of the scale, in rem; the one that flows is the public page's first heading. */
const sizes = [0.6875, 0.75, 0.8125, 0.875, 0.9375, 1, 1.0625, 1.125, 1.25, 1.5, 2]

describe('the scale', () => {
  const folder = new URL('../', import.meta.url)
  const sheets = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.css') && !path.startsWith('paraglide'))
    .map((path) => ({ path, css: read(`../${path}`) }))

  it('has every size of text', () => {
    const other = sheets.flatMap(({ path, css }) =>
      [...css.matchAll(/font-size:\s*([\d.]+)rem/g)]
        .map(([, size]) => Number(size))
        .filter((size) => !sizes.includes(size))
        .map((size) => `${path}: ${size}rem`),
    )
    expect(other).toEqual([])
  })

  it('leaves room above and below for stacked marks: Ẩ, Ễ, ỵ', () => {
    const tight = sheets.flatMap(({ path, css }) =>
      [...css.matchAll(/line-height:\s*([\d.]+);/g)]
        .map(([, height]) => Number(height))
        .filter((height) => height < 1.2)
        .map((height) => `${path}: ${height}`),
    )
    expect(tight).toEqual([])
  })
})
