import type { ReactNode } from 'react'
import type { LoaderFunction, RouteObject } from 'react-router-dom'
import { PageError } from './page-error.tsx'

/** What a `*.page.tsx` exports: the page, and what it reads before it is shown. */
interface PageModule {
  Component: () => ReactNode
  loader?: LoaderFunction
}

/**
 * The route of a page in a chunk of its own. `skeleton` stands in its place while the chunk and its
 * data come the first time; later the page before stays until the next is ready.
 */
export function page(
  path: string,
  load: () => Promise<PageModule>,
  skeleton: ReactNode,
): RouteObject {
  return {
    path,
    lazy: load,
    hydrateFallbackElement: skeleton,
    errorElement: <PageError />,
  }
}
