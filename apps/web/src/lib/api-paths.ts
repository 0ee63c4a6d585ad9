import { type Search, withSearch } from './paths.ts'

/** Addresses of the API that a page links to or loads by itself; calls go through the client. */
export const apiPaths = {
  docs: () => '/api/docs',
  catalog: () => '/api/public/v1/catalog.jsonld',
  publicFile: (id: string) => `/api/public/v1/files/${id}/content`,
  publicFeed: () => '/api/public/v1/feed.atom',
  publicUnitFeed: (code: string) => `/api/public/v1/units/${code}/feed.atom`,
  publicUnitDueDates: (code: string) => `/api/public/v1/units/${code}/due.ics`,
  publicCsv: (search?: Search) => withSearch('/api/public/v1/assignments.csv', search),
  publicXlsx: (search?: Search) => withSearch('/api/public/v1/assignments.xlsx', search),
  files: () => '/api/v1/files',
  file: (id: string) => `/api/v1/files/${id}/content`,
  assignmentsExport: (format: 'xlsx' | 'csv', search?: Search) =>
    withSearch('/api/v1/assignments/export', { ...search, format }),
  statisticsExport: (format: 'xlsx' | 'docx' | 'pdf' | 'csv', search?: Search) =>
    withSearch('/api/v1/statistics/export', { ...search, format }),
  monthlyReportExport: (id: string, format: 'xlsx' | 'docx' | 'pdf') =>
    withSearch(`/api/v1/monthly-reports/${id}/export`, { format }),
  events: () => '/api/v1/events',
}
