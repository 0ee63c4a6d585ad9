import { useEffect, useEffectEvent } from 'react'

const EVERY_MS = 10_000

/** Does something again and again by itself while it is wanted. */
export function useAgain(wanted: boolean, act: (() => unknown) | undefined): void {
  const again = useEffectEvent(() => act?.())
  useEffect(() => {
    if (!wanted) return
    const timer = setInterval(again, EVERY_MS)
    return () => clearInterval(timer)
  }, [wanted])
}
