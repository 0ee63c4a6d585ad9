import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { problemStatus } from '../apps/api/src/http/problem-status.ts'
import { problemNames } from '../packages/contract/src/problem.ts'
import {
  isMandatory,
  notificationKinds,
  rolesToldOf,
  toldBy,
} from '../packages/domain/src/notification-kinds.ts'
import { permissions, roles } from '../packages/domain/src/permissions.ts'

/* What the documents say of the code is held to the code: names, paths, links and tables. */

const root = join(import.meta.dirname, '..')
const read = (path: string) => readFileSync(join(root, path), 'utf8')

const documents = [
  ...readdirSync(root).filter((name) => name.endsWith('.md')),
  ...readdirSync(join(root, 'docs'), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.md'))
    .map((name) => `docs/${name}`),
].map((path) => ({ path, text: read(path) }))

const withoutFences = (text: string) => text.replace(/^```[\s\S]*?^```/gm, '')
const inlineCode = (text: string) =>
  [...withoutFences(text).matchAll(/`([^`\n]+)`/g)].map((match) => match[1] ?? '')

const topFolders = /^(apps|packages|prisma|scripts|test|e2e|bench|docker|docs|\.github|\.ci)\//
const rootFile = /^[\w.-]+\.(md|json|ya?ml|ts)$/
/** Made by a build and not kept in git, or a pattern rather than a path. */
const notKept = /(^|\/)(generated|paraglide|dist)(\/|$)|[<>*{}|]/

const isRepoPath = (code: string) =>
  !/\s/.test(code) && !notKept.test(code) && (topFolders.test(code) || rootFile.test(code))

function sources(folder: string): string[] {
  return readdirSync(join(root, folder), { withFileTypes: true }).flatMap((entry) => {
    const path = `${folder}/${entry.name}`
    if (entry.name === 'node_modules' || notKept.test(path)) return []
    if (entry.isDirectory()) return sources(path)
    return /\.(tsx?|mjs)$/.test(entry.name) ? [path] : []
  })
}

const code = ['apps', 'packages', 'scripts'].flatMap(sources).map(read).join('\n')
const words = new Set(code.match(/[A-Za-z_$][\w$]*/g))

/** `### \`name\`` up to the next heading, by name. */
function problemSections(): Map<string, string> {
  const [, ...parts] = read('docs/problems.md').split(/^### `/m)
  return new Map(
    parts.map((part) => [part.slice(0, part.indexOf('`')), part.split(/^## /m)[0] ?? '']),
  )
}

describe.each(documents)('$path', ({ path, text }) => {
  it('names only files that are there', () => {
    const missing = inlineCode(text)
      .filter(isRepoPath)
      .filter((named) => !existsSync(join(root, named)))
    expect(missing).toEqual([])
  })

  it('names only functions that are there', () => {
    const called = inlineCode(text).flatMap((name) => /^(?:\w+\.)*(\w+)\(\)$/.exec(name)?.[1] ?? [])
    expect(called.filter((name) => !words.has(name))).toEqual([])
  })

  it('links to what is there', () => {
    const targets = [...withoutFences(text).matchAll(/\]\(([^)\s]+)\)/g)].map(([, to]) => to ?? '')
    const broken = targets
      .filter((to) => !/^(https?|mailto):/.test(to) && !to.startsWith('#'))
      .filter((to) => !existsSync(join(root, dirname(path), to.replace(/#.*$/, ''))))
    expect(broken).toEqual([])
  })
})

describe('docs/problems.md', () => {
  const sections = problemSections()

  it('has a section for each problem, and for nothing else', () => {
    expect([...sections.keys()].sort()).toEqual([...problemNames].sort())
  })

  it.each(problemNames)('%s has its status', (name) => {
    expect(sections.get(name)).toMatch(new RegExp(`^\\*\\*${problemStatus[name]}\\*\\*`, 'm'))
  })
})

it('docs/domain.md shows the table of permissions as it is', () => {
  const shown = [...read('docs/domain.md').matchAll(/^\| `([a-z]+\.[a-zA-Z]+)` \|(.*)\|$/gm)].map(
    ([, name, cells]) => [name, cells?.split('|').map((cell) => cell.trim() !== '')],
  )
  const actual = Object.entries(permissions).map(([name, allowed]) => [
    name,
    roles.map((role) => (allowed as readonly string[]).includes(role)),
  ])
  expect(shown).toEqual(actual)
})

it('docs/domain.md shows who is told of what, as it is', () => {
  const section =
    read('docs/domain.md')
      .split(/^## Being told$/m)[1]
      ?.split(/^## /m)[0] ?? ''
  const shown = [...section.matchAll(/^\| `([a-z_]+)` \|(.*)\|$/gm)].map(([, kind, cells = '']) => [
    kind,
    ...cells
      .split('|')
      .slice(0, 3)
      .map((cell) => cell.trim()),
  ])
  const actual = notificationKinds.map((kind) => [
    kind,
    rolesToldOf(kind).join(', '),
    isMandatory(kind) ? 'always' : '',
    toldBy(kind, null).mail ? '•' : '',
  ])
  expect(shown).toEqual(actual)
})

it('docs/decisions/README.md lists each decision, in their order', () => {
  const listed = [...read('docs/decisions/README.md').matchAll(/^\| \[\d{4}\]\((.+?)\)/gm)]
  const kept = readdirSync(join(root, 'docs/decisions')).filter((name) => /^\d{4}-/.test(name))
  expect(listed.map(([, name]) => name)).toEqual(kept.sort())
})

it('README.md explains each variable of the environment', () => {
  const known = [...read('apps/api/src/config.ts').matchAll(/^ {2}([A-Z_]+): setting\(/gm)]
  const named = inlineCode(read('README.md'))
  const missing = known.map(([, name]) => name ?? '').filter((name) => !named.includes(name))
  expect(missing).toEqual([])
})
