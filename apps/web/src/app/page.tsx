import { createElement, type ReactNode } from 'react'
import type { LoaderFunction, RouteObject } from 'react-router-dom'
import { useLanguage } from '../lib/language.ts'
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
    lazy: async () => {
      const { Component, loader } = await load()
      return { loader, Component: inLanguage(Component) }
    },
    hydrateFallbackElement: skeleton,
    errorElement: <PageError />,
  }
}

/** The router keeps what it has drawn: a page asks for its words itself. */
function inLanguage(Page: () => ReactNode) {
  return function PageInLanguage() {
    useLanguage()
    return createElement(Page)
  }
}
