import { useEffect } from 'react'
import { useNavigate } from 'react-router-dom'

/**
 * Every `<a href>` and every `<form method="get">` of the site opens its page without reloading,
 * wherever it stands: components need no router, and a link is a link to the browser, to a screen
 * reader and in print.
 */
export function useLinks() {
  const navigate = useNavigate()
  useEffect(() => {
    const follow = (event: Event, target: string | null) => {
      if (!target) return
      event.preventDefault()
      void navigate(target)
    }
    const onClick = (event: MouseEvent) => follow(event, linkToFollow(event))
    const onSubmit = (event: SubmitEvent) => follow(event, formToFollow(event))
    document.addEventListener('click', onClick)
    document.addEventListener('submit', onSubmit)
    return () => {
      document.removeEventListener('click', onClick)
      document.removeEventListener('submit', onSubmit)
    }
  }, [navigate])
}

function linkToFollow(event: MouseEvent): string | null {
  if (event.defaultPrevented || event.button !== 0) return null
  if (event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return null
  const link = event.target instanceof Element ? event.target.closest('a[href]') : null
  if (!(link instanceof HTMLAnchorElement)) return null
  if ((link.target && link.target !== '_self') || link.hasAttribute('download')) return null
  if (link.origin !== location.origin || !isPage(link.pathname)) return null
  const samePage = link.pathname === location.pathname && link.search === location.search
  if (samePage && link.hash) return null
  return link.pathname + link.search + link.hash
}

function formToFollow(event: SubmitEvent): string | null {
  const form = event.target
  if (event.defaultPrevented || !(form instanceof HTMLFormElement)) return null
  const action = new URL(form.action)
  if (form.method !== 'get' || action.origin !== location.origin || !isPage(action.pathname)) {
    return null
  }
  const params = new URLSearchParams()
  for (const [name, value] of new FormData(form)) {
    if (typeof value === 'string' && value.trim()) params.append(name, value.trim())
  }
  return params.size > 0 ? `${action.pathname}?${params}` : action.pathname
}

/** Whether a path of this site is a page and not something the server itself shows. */
const isPage = (pathname: string) => !/^\/(api|problems|nhung)(\/|$)/.test(pathname)
