import { useEffect, useRef } from 'react'

interface Props {
  loading: boolean
  load: () => void
}

/** How far below the window the next page is begun with: three screens, a second of fast scrolling. */
const AHEAD = '0px 0px 300% 0px'

/** Stands at the end of what is loaded, and loads more as it comes near. */
export default function LoadByScroll({ loading, load }: Props) {
  const end = useRef<HTMLSpanElement>(null)
  const latest = useRef(load)
  latest.current = load
  useEffect(() => {
    if (loading || !end.current) return
    const observer = new IntersectionObserver(
      ([entry]) => {
        if (!entry?.isIntersecting) return
        observer.disconnect()
        latest.current()
      },
      { rootMargin: AHEAD },
    )
    observer.observe(end.current)
    return () => observer.disconnect()
  }, [loading])
  return <span ref={end} aria-hidden />
}
