import { execFileSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { join, posix } from 'node:path'
import { describe, expect, test } from 'vitest'

/* The walls that the lint cannot see, held over the files themselves. */

const root = join(import.meta.dirname, '..')
const tracked = execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard'], {
  cwd: root,
  encoding: 'utf8',
})
  .split('\n')
  .filter((path) => /\.(ts|tsx|css|mjs)$/.test(path) && !path.endsWith('.d.ts'))
  // Removed in the working tree, but not committed yet.
  .filter((path) => existsSync(join(root, path)))

const read = (path: string) => readFileSync(join(root, path), 'utf8')
const under = (folder: string) => tracked.filter((path) => path.startsWith(folder))
const isTest = (path: string) => /\.test\.tsx?$/.test(path) || /(^|\/)test\//.test(path)

/** `path: specifier` of every import in a folder's files. */
function importsOf(folder: string): { path: string; specifier: string }[] {
  return under(folder)
    .filter((path) => !isTest(path))
    .flatMap((path) =>
      [...read(path).matchAll(/(?:from|import)\s*\(?\s*'([^']+)'/g)].map((match) => ({
        path,
        specifier: match[1] ?? '',
      })),
    )
}

const offenders = (folder: string, forbidden: RegExp) =>
  importsOf(folder)
    .filter(({ specifier }) => forbidden.test(specifier))
    .map(({ path, specifier }) => `${path}: ${specifier}`)

/** Files of a folder whose text matches, but for those named. */
function mentions(folder: string, text: RegExp, ...except: string[]): string[] {
  return under(folder).filter(
    (path) => !isTest(path) && !except.includes(path) && text.test(withoutComments(read(path))),
  )
}

const withoutComments = (source: string) => source.replace(/\/\*[\s\S]*?\*\/|\/\/.*$/gm, '')

describe('the API', () => {
  test('reads the environment in one place', () => {
    expect(mentions('apps/api/src', /process\.env/, 'apps/api/src/config.ts')).toEqual([])
  })

  test('reads the clock in one place', () => {
    const readers = mentions('apps/api/src', /new Date\(\)|Date\.now\(\)/)
    expect(readers).toEqual(
      readers.filter((path) => /\/((serve|demo)[^/]*|commands\/[^/]+)\.ts$/.test(path)),
    )
  })

  test('keeps SQL and Prisma in stores', () => {
    const written = mentions('apps/api/src/modules', /\$queryRaw|\$executeRaw|\bPrisma\.sql\b/)
    expect(written.filter((path) => !path.endsWith('.store.ts'))).toEqual([])
  })
})

describe('the rules', () => {
  test('read no clock, no environment and no file', () => {
    const impure = /new Date\(\)|Date\.now|process\.|Math\.random|from 'node:/
    expect(mentions('packages/domain/src', impure)).toEqual([])
  })
})

describe('the screens', () => {
  const web = 'apps/web/src'

  test('a feature does not see another feature, nor the app', () => {
    const wrong = importsOf(`${web}/features`).filter(({ path, specifier }) => {
      if (!specifier.startsWith('.')) return false
      const target = posix.join(posix.dirname(path), specifier)
      const own = path.split('/').slice(0, 5).join('/')
      const shared = ['ui', 'lib', 'api', 'paraglide', 'styles'].map((room) => `${web}/${room}/`)
      return ![`${own}/`, ...shared].some((room) => target.startsWith(room))
    })
    expect(wrong.map(({ path, specifier }) => `${path}: ${specifier}`)).toEqual([])
  })

  test('ui knows neither router nor query, nor what is above it', () => {
    expect(offenders(`${web}/ui`, /react-router|react-query|\/(features|app)\//)).toEqual([])
  })

  test('lib stands alone', () => {
    expect(offenders(`${web}/lib`, /\/(features|app|api|ui)\//)).toEqual([])
  })

  test('nothing but the client knows the wire, nothing at all its schemas', () => {
    expect(offenders(web, /@dunghan\/contract|^zod/)).toEqual([])
  })

  test('the clock is read in one place', () => {
    expect(mentions(web, /new Date\(\)|Date\.now\(\)/, `${web}/lib/use-now.ts`)).toEqual([])
  })

  test('addresses of pages stand in one place', () => {
    const addresses =
      /['"`]\/(van-ban|nhiem-vu|tong-quan|cho-xac-nhan|thong-ke|quan-tri|cong-khai|dang-nhap)/
    expect(mentions(web, addresses, `${web}/lib/paths.ts`)).toEqual([])
  })
})

test('files stay small', () => {
  const long = tracked
    .filter((path) => !isTest(path) && !/packages\/domain\/cases|prisma\/demo/.test(path))
    .map((path) => [path, read(path).split('\n').length] as const)
    .filter(([, lines]) => lines > 300)
  expect(long).toEqual([])
})

test('no test is left out', () => {
  const skipped = tracked.filter((path) =>
    /\b(it|test|describe)\.(skip|only|todo)\b/.test(read(path)),
  )
  expect(skipped.filter((path) => path !== 'test/house.test.ts')).toEqual([])
})
