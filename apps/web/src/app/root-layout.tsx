import { useEffect, useRef } from 'react'
import { Outlet, ScrollRestoration, useLocation, useNavigation } from 'react-router-dom'
import { useLanguage } from '../lib/language.ts'
import { unsaved } from '../lib/unsaved.ts'
import { m } from '../paraglide/messages.js'
import classes from './layout.module.css'
import { useLinks } from './use-links.ts'

/** Around every page: links without reloading, the bar that shows that a page is on its way. */
export function RootLayout() {
  useLanguage()
  useLinks()
  useChunkRecovery()
  useFocusOnNewPage()
  useHeadOfOnePage()
  const underWay = useNavigation().state !== 'idle'
  return (
    <>
      <a className={classes.skip} href="#main">
        {m.shell_skip_to_content()}
      </a>
      {underWay && (
        <div className={classes.progress} role="progressbar" aria-label={m.ui_loading()} />
      )}
      <Outlet />
      <ScrollRestoration />
    </>
  )
}

/** A new page is read from its top, by those who listen as by those who look. */
function useFocusOnNewPage() {
  const { pathname } = useLocation()
  const before = useRef(pathname)
  useEffect(() => {
    if (before.current === pathname) return
    before.current = pathname
    document.getElementById('main')?.focus({ preventScroll: true })
  }, [pathname])
}

/**
 * What the server said of the page first opened (its address, its picture, its feeds) is not said of
 * the next: a phone would share the page before.
 */
function useHeadOfOnePage() {
  const { pathname, search } = useLocation()
  const first = useRef(pathname + search)
  useEffect(() => {
    if (first.current === pathname + search) return
    for (const element of document.head.querySelectorAll('[data-page]')) element.remove()
  }, [pathname, search])
}

/** After an update of the product the chunks of the old one are gone: load the new page whole. */
function useChunkRecovery() {
  useEffect(() => {
    const reload = () => {
      // What is typed is worth more: the page that could not come offers to load anew.
      if (unsaved()) return
      // Once only: if it is not the update, the error page says so.
      const seen = Number(sessionStorage.getItem('dunghan-reloaded-at') ?? 0)
      if (performance.timeOrigin - seen < 10_000) return
      sessionStorage.setItem('dunghan-reloaded-at', String(performance.timeOrigin))
      location.reload()
    }
    window.addEventListener('vite:preloadError', reload)
    return () => window.removeEventListener('vite:preloadError', reload)
  }, [])
}
