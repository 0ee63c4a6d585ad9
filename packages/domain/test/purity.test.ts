import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'

const src = new URL('../src/', import.meta.url)
const files = readdirSync(src).map((name) => ({
  name,
  // Comments may speak of what code may not do.
  code: readFileSync(new URL(name, src), 'utf8').replace(/\/\*[\s\S]*?\*\/|\/\/.*$/gm, ''),
}))

const imports = /\bfrom\s+'([^']+)'|^import\s+'([^']+)'|\b(?:import|require)\(\s*['"`]?([^)'"`]+)/gm
const outside =
  /new Date\(\s*\)|(?<!new )\bDate\(|Date\.now|\bprocess\b|globalThis|Math\.random|\bfetch\(|performance\./
const zoneOfTheMachine =
  /\.get(?:FullYear|Month|Date|Day|Hours|Minutes|Seconds|TimezoneOffset)\(|toLocale\w*String/

describe('the rules', () => {
  it.each(files)('$name needs nothing from outside', ({ code }) => {
    for (const [, from, bare, dynamic] of code.matchAll(imports)) {
      expect(from ?? bare ?? dynamic).toMatch(/^\.\/[a-z-]+\.ts$/)
    }
    expect(code).not.toMatch(outside)
    expect(code).not.toMatch(zoneOfTheMachine)
  })

  it('declare no dependency', () => {
    const manifest = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8'))
    expect(Object.keys(manifest).filter((key) => /dependencies/i.test(key))).toEqual([])
  })
})
