// How much script a first visit loads, page by page, against the budget; fails when it is exceeded.
import { readFileSync } from 'node:fs'
import { stdout } from 'node:process'
import { gzipSync } from 'node:zlib'

interface Chunk {
  file: string
  imports?: string[]
}

const manifest: Record<string, Chunk> = JSON.parse(readFileSync('dist/.vite/manifest.json', 'utf8'))

const portal = (page: string) => [`src/features/portal/${page}.page.tsx`]
const desk = (page: string) => ['src/app/desk-routes.tsx', `src/features/${page}.page.tsx`]

/** A public page is whole; the desk's budget is before what it loads later. */
const visits: { name: string; modules: string[]; budget?: number }[] = [
  { name: '/', modules: portal('landing'), budget: 140 },
  { name: '/cong-khai/nhiem-vu', modules: portal('public-assignments'), budget: 140 },
  { name: '/cong-khai/nhiem-vu/:id', modules: portal('public-assignment'), budget: 140 },
  { name: '/cong-khai/thong-ke', modules: portal('public-statistics'), budget: 140 },
  { name: '/dang-nhap', modules: ['src/features/session/sign-in.page.tsx'] },
  { name: '/tong-quan', modules: desk('overview/overview'), budget: 240 },
  { name: '/nhiem-vu', modules: desk('assignments/assignments'), budget: 240 },
  { name: '/van-ban', modules: desk('directives/directives'), budget: 240 },
]

function filesOf(names: string[], seen = new Set<string>()): Set<string> {
  for (const name of names) {
    const chunk = manifest[name]
    if (!chunk) throw new Error(`not in the build: ${name}`)
    if (seen.has(chunk.file)) continue
    seen.add(chunk.file)
    filesOf(chunk.imports ?? [], seen)
  }
  return seen
}

const kibOf = (files: Set<string>) =>
  [...files].reduce(
    (sum, file) => sum + gzipSync(readFileSync(`dist/${file}`), { level: 9 }).length,
    0,
  ) / 1024

for (const { name, modules, budget } of visits) {
  const files = filesOf(['index.html', ...modules])
  const kib = kibOf(files)
  const over = budget !== undefined && kib > budget
  if (over) process.exitCode = 1
  const against = budget === undefined ? '' : `of ${budget} KiB ${over ? 'EXCEEDED' : 'ok'}`
  stdout.write(
    `${name.padEnd(26)} ${kib.toFixed(1).padStart(6)} KiB gzip in ${String(files.size).padStart(2)} files  ${against}\n`,
  )
}
