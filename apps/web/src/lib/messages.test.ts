import { readdirSync, readFileSync } from 'node:fs'
import { extname } from 'node:path'
import { describe, expect, it } from 'vitest'
import settings from '../../project.inlang/settings.json'
import { m } from '../paraglide/messages.js'

const folder = new URL('../../messages/', import.meta.url)
const read = (locale: string, file: string): Record<string, unknown> =>
  JSON.parse(readFileSync(new URL(`${locale}/${file}`, folder), 'utf8'))
const files = readdirSync(new URL('vi/', folder))
const keysOf = (messages: Record<string, unknown>) => Object.keys(messages).sort()

/** All code that may say something, as one text; what is compiled from the messages is left out. */
const source = readdirSync(new URL('../', import.meta.url), { recursive: true, encoding: 'utf8' })
  .filter((file) => ['.ts', '.tsx'].includes(extname(file)) && !file.startsWith('paraglide'))
  .map((file) => readFileSync(new URL(`../${file}`, import.meta.url), 'utf8'))
  .join('\n')
const said = new Set(source.match(/\bm\.\w+/g))

/** The `{names}` a message is given. */
const inputs = (message: unknown) =>
  [...JSON.stringify(message).matchAll(/(?<!\\)\{(\w+)\}/g)].map((match) => match[1]).sort()

describe('messages', () => {
  it('are compiled: without its plugin the compiler finds none and only warns', () => {
    const written = files.flatMap((file) => keysOf(read('vi', file)))
    expect(written.length).toBeGreaterThan(100)
    expect(Object.keys(m).sort()).toEqual(written.sort())
  })

  it('have the same files in both languages, and each is listed for the compiler', () => {
    expect(readdirSync(new URL('en/', folder))).toEqual(files)
    const listed = settings['plugin.inlang.messageFormat'].pathPattern
    for (const file of files) expect(listed).toContain(`./messages/{locale}/${file}`)
  })

  it.each(files)('%s says the same in both languages', (file) => {
    const vi = read('vi', file)
    const en = read('en', file)
    expect(keysOf(en)).toEqual(keysOf(vi))
    for (const key of keysOf(vi)) expect([key, inputs(en[key])]).toEqual([key, inputs(vi[key])])
  })

  it.each(files)('%s names its messages after itself', (file) => {
    const prefix = `${file.replace('.json', '').replaceAll('-', '_')}_`
    for (const key of keysOf(read('vi', file))) expect(key).toMatch(new RegExp(`^${prefix}`))
  })

  it.each(files)('%s holds no message that no page says', (file) => {
    expect(keysOf(read('vi', file)).filter((key) => !said.has(`m.${key}`))).toEqual([])
  })

  it.each(files)('%s is written composed (NFC)', (file) => {
    const text = readFileSync(new URL(`vi/${file}`, folder), 'utf8')
    expect(text).toBe(text.normalize('NFC'))
  })
})
