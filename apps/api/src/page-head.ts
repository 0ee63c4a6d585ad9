import type { Language } from './context.ts'

/** What a page says of itself to who does not run it: a link's preview, a search engine. */
export interface PageHead {
  /** Nothing is there, or nothing for anyone: the screens say so, under 404. */
  missing?: boolean
  /** Stands in the browser's tab, as the screens write it. */
  title: string
  description: string
  /** Whole addresses; none of a page that is not there. */
  url?: string
  image?: string
  type?: 'website' | 'article'
  /** Other forms of the same: feeds and calendars. */
  alternates?: { type: string; title: string; href: string }[]
}

export type DescribePage = (
  path: string,
  search: URLSearchParams,
  language: Language,
) => Promise<PageHead | null>
