/** Addresses of the API that a page links to or loads by itself; calls go through the client. */
export const apiPaths = {
  docs: () => '/api/docs',
  publicFile: (id: string) => `/api/public/v1/files/${id}/content`,
  files: () => '/api/v1/files',
  file: (id: string) => `/api/v1/files/${id}/content`,
}
