import { type Search, withSearch } from './paths.ts'

/** Addresses of the API that a page links to or loads by itself; calls go through the client. */
export const apiPaths = {
  docs: () => '/api/docs',
  openapi: () => '/api/openapi.json',
  /** Any answer for anyone: `assignments`, `units/<code>`. */
  public: (name: string, search?: Search) => withSearch(`/api/public/v1/${name}`, search),
  feed: (search?: Search) => withSearch('/api/public/v1/feed.atom', search),
  unitFeed: (code: string) => `/api/public/v1/units/${encodeURIComponent(code)}/feed.atom`,
  unitCalendar: (code: string) => `/api/public/v1/units/${encodeURIComponent(code)}/due.ics`,
  catalog: () => '/api/public/v1/catalog.jsonld',
  /** The figures another site shows in a frame. */
  embed: (search: Search) => withSearch('/nhung/so-lieu', search),
  publicFile: (id: string) => `/api/public/v1/files/${id}/content`,
  calendarExport: (year: number) => `/api/v1/calendar/${year}/export`,
  auditExport: () => '/api/v1/audit/export',
  files: () => '/api/v1/files',
  file: (id: string) => `/api/v1/files/${id}/content`,
  monthlyReportExport: (id: string, format: string) =>
    `/api/v1/monthly-reports/${id}/export?format=${format}`,
  statisticsExport: (search: Search) => withSearch('/api/v1/statistics/export', search),
  assignmentsExport: (search: Search) => withSearch('/api/v1/assignments/export', search),
  publicExport: (format: 'xlsx' | 'csv', search: Search) =>
    withSearch(`/api/public/v1/assignments.${format}`, search),
}
