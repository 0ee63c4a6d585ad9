import type { Deps } from '../../deps.ts'
import { escapeHtml } from '../../escape-html.ts'
import { unitStore } from '../units/units.store.ts'
import { pagePaths } from './public-addresses.ts'
import { sharingStore } from './sharing.store.ts'

/** Tasks a file; the form allows 50,000, which would be a long answer. */
const tasksPerFile = 10_000
/** Where the files begin is counted over all tasks: so often and no more. */
const countedForMs = 3_600_000
const firstId = '00000000-0000-0000-0000-000000000000'

interface Place {
  path: string
  changedAt?: Date
}

/** What search engines are told of the public pages. */
export function siteMapService({
  config,
  database,
  clock,
}: Pick<Deps, 'config' | 'database' | 'clock'>) {
  const { publicUrl } = config
  const db = database.prisma
  let counted: { until: number; starts: Promise<string[]> } | null = null

  const startsOfFiles = () => {
    const now = clock().getTime()
    if (!counted || now >= counted.until) {
      counted = {
        until: now + countedForMs,
        starts: sharingStore(db).listTaskPageStarts(tasksPerFile),
      }
      counted.starts.catch(() => {
        counted = null
      })
    }
    return counted.starts
  }

  return {
    /** The public pages and what they are made of; never the desk. */
    robots: () =>
      [
        'User-agent: *',
        'Disallow: /',
        'Allow: /$',
        ...['/cong-khai/', '/huong-dan', '/assets/', '/api/public/', '/api/docs'].map(
          (path) => `Allow: ${path}`,
        ),
        ...['/favicon.svg', '/chia-se.png', '/sitemap'].map((path) => `Allow: ${path}`),
        '',
        `Sitemap: ${publicUrl}/sitemap.xml`,
        '',
      ].join('\n'),

    /** The files there are. */
    async index(): Promise<string> {
      const starts = await startsOfFiles()
      const files = ['/sitemap-pages.xml', ...[firstId, ...starts].map(fileOfTasks)]
      return written(
        'sitemapindex',
        'sitemap',
        files.map((path) => ({ path })),
      )
    },

    /** The lists and the units' pages. */
    async pages(): Promise<string> {
      const { home, assignments, statistics, calendar, dueDate, developers, unit } = pagePaths
      const units = await unitStore(db).listAll()
      const paths = [home, assignments, statistics, calendar, dueDate, developers]
      return written('urlset', 'url', [
        ...paths.map((path) => ({ path })),
        ...units.map(({ code }) => ({ path: unit(code) })),
      ])
    },

    /** One file of tasks. @param after the id it begins after */
    async tasks(after: string): Promise<string> {
      const tasks = await sharingStore(db).listTaskPages(after, tasksPerFile)
      return written(
        'urlset',
        'url',
        tasks.map(({ id, changedAt }) => ({ path: pagePaths.assignment(id), changedAt })),
      )
    },
  }

  function written(root: string, item: string, places: Place[]): string {
    const items = places.map(({ path, changedAt }) => {
      const changed = changedAt ? `<lastmod>${changedAt.toISOString()}</lastmod>` : ''
      return `<${item}><loc>${escapeHtml(publicUrl + path)}</loc>${changed}</${item}>\n`
    })
    return `<?xml version="1.0" encoding="UTF-8"?>\n<${root} xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n${items.join('')}</${root}>\n`
  }
}

const fileOfTasks = (after: string) => `/sitemap-tasks.xml?after=${after}`
