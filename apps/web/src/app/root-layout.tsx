import { useEffect, useRef } from 'react'
import { Outlet, ScrollRestoration, useLocation, useNavigation } from 'react-router-dom'
import { m } from '../paraglide/messages.js'
import classes from './layout.module.css'
import { useLinks } from './use-links.ts'

/** Around every page: links without reloading, the bar that shows that a page is on its way. */
export function RootLayout() {
  useLinks()
  useChunkRecovery()
  useFocusOnNewPage()
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

/** After an update of the product the chunks of the old one are gone: load the new page whole. */
function useChunkRecovery() {
  useEffect(() => {
    const reload = () => {
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
