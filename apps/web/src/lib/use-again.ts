import { useEffect, useEffectEvent } from 'react'

const FIRST_MS = 5_000
const LONGEST_MS = 60_000

/**
 * Does something again by itself while it is wanted: soon, then less and less often, and only while
 * the page is looked at. Each waits a little differently, so that not all come back at once.
 */
export function useAgain(wanted: boolean, act: (() => unknown) | undefined): void {
  const again = useEffectEvent(() => act?.())
  useEffect(() => {
    if (!wanted) return
    let wait = FIRST_MS
    let timer: ReturnType<typeof setTimeout>
    const arm = () => {
      timer = setTimeout(
        () => {
          wait = Math.min(wait * 2, LONGEST_MS)
          if (document.visibilityState === 'visible') again()
          arm()
        },
        wait * (1 + Math.random() / 2),
      )
    }
    arm()
    return () => clearTimeout(timer)
  }, [wanted])
}
