/*
 * The addresses that leave the product: in feeds, calendars, catalogues, previews and site maps.
 * Those of pages are the ones the screens route (`apps/web/src/lib/paths.ts`).
 */

/** Paths of the pages anyone may open. */
export const pagePaths = {
  home: '/',
  assignments: '/cong-khai/nhiem-vu',
  assignment: (id: string) => `/cong-khai/nhiem-vu/${id}`,
  unit: (code: string) => `/cong-khai/don-vi/${encodeURIComponent(code)}`,
  directive: (id: string) => `/cong-khai/van-ban/${id}`,
  statistics: '/cong-khai/thong-ke',
  calendar: '/cong-khai/lich-lam-viec',
  dueDate: '/cong-khai/cach-tinh-han',
  developers: '/cong-khai/cho-lap-trinh',
} as const

const api = '/api/public/v1'

/** Paths of what programs read. */
export const dataPaths = {
  feed: `${api}/feed.atom`,
  unitFeed: (code: string) => `${api}/units/${encodeURIComponent(code)}/feed.atom`,
  unitCalendar: (code: string) => `${api}/units/${encodeURIComponent(code)}/due.ics`,
  catalog: `${api}/catalog.jsonld`,
  of: (name: string) => `${api}/${name}`,
  docs: '/api/docs',
} as const
