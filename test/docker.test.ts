import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'

/* The files of docker/ name what the program knows, and what git keeps. */

const root = join(import.meta.dirname, '..')
const read = (path: string) => readFileSync(join(root, path), 'utf8')
const all = (text: string, pattern: RegExp) =>
  [...text.matchAll(pattern)].map(([, found]) => found ?? '')

const known = all(read('apps/api/src/config.ts'), /^ {2}([A-Z][A-Z0-9_]+): setting\(/gm)

/** What may also be given as a file is known by its own name. */
const own = (name: string) => (known.includes(name) ? name : name.replace(/_FILE$/, ''))

test('.env.example has each setting once, and no other', () => {
  const named = all(read('docker/.env.example'), /^#?([A-Z][A-Z0-9_]+)=/gm)
  expect(named.toSorted()).toEqual(known.toSorted())
})

test('image and compose file set what the program knows', () => {
  const image = all(read('docker/Dockerfile'), /\b((?:HOST|PORT|DATA_DIR|[A-Z]+_[A-Z_]+))=\S+/g)
  const api = read('docker/compose.yaml')
    .split(/^ {2}(?=\w)/m)
    .find((part) => part.startsWith('api:'))
  const set = [
    ...image.filter((name) => name !== 'NODE_ENV'),
    ...all(api ?? '', /^ {6}([A-Z_]+):/gm),
  ]
  expect(set).toContain('JWT_SECRET_FILE')
  expect(set.filter((name) => !known.includes(own(name)))).toEqual([])
})

test('each secret of the compose file is made by make-secrets.sh', () => {
  const files = all(read('docker/compose.yaml'), /(?:file: |\[)secrets\/([\w.-]+)/g)
  const made = read('docker/make-secrets.sh')
  expect(files.length).toBeGreaterThan(9)
  expect(files.filter((file) => !made.includes(file))).toEqual([])
})

test('the image knows the manifest of every package of the workspace', () => {
  const copied = all(
    read('docker/Dockerfile'),
    /^COPY ((?:apps|packages|bench|e2e)\S*)\/package\.json /gm,
  )
  const lockfile = read('pnpm-lock.yaml')
  const importers = lockfile.split(/^importers:$/m)[1]?.split(/^packages:$/m)[0] ?? ''
  const members = all(importers, /^ {2}([\w./-]+):(?: \{\})?$/gm).filter((path) => path !== '.')
  expect(copied.toSorted()).toEqual(members.toSorted())
})
