import type { Language } from '../context.ts'
import { escapeHtml } from '../escape-html.ts'
import type { PageHead } from '../page-head.ts'

const locales: Record<Language, string> = { vi: 'vi_VN', en: 'en_GB' }

/**
 * The elements of a page's `<head>` that depend on the page. All but the title carry `data-page`, by
 * which the screens take them away once another page is shown (`apps/web/src/app/root-layout.tsx`).
 */
export function headElements(head: PageHead, language: Language): string {
  const { missing, title, description, url, image, type = 'website', alternates = [] } = head
  const elements = [
    `<title>${escapeHtml(title)}</title>`,
    named('description', description),
    ...(missing ? [named('robots', 'noindex')] : []),
    property('og:site_name', 'Đúng Hạn'),
    property('og:locale', locales[language]),
    property('og:type', type),
    property('og:title', title),
    property('og:description', description),
    named('twitter:card', image ? 'summary_large_image' : 'summary'),
    ...(url ? [link('canonical', url), property('og:url', url)] : []),
    ...(image
      ? [
          property('og:image', image),
          property('og:image:width', '1200'),
          property('og:image:height', '630'),
          property('og:image:alt', 'Đúng Hạn'),
        ]
      : []),
    ...alternates.map((other) => link('alternate', other.href, other)),
  ]
  return elements.join('\n    ')
}

const named = (name: string, content: string) =>
  `<meta data-page name="${name}" content="${escapeHtml(content)}" />`
const property = (name: string, content: string) =>
  `<meta data-page property="${name}" content="${escapeHtml(content)}" />`
const link = (rel: string, href: string, of?: { type: string; title: string }) => {
  const more = of ? ` type="${escapeHtml(of.type)}" title="${escapeHtml(of.title)}"` : ''
  return `<link data-page rel="${rel}"${more} href="${escapeHtml(href)}" />`
}
