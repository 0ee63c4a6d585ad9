import { useSyncExternalStore } from 'react'

export type ColorScheme = 'light' | 'dark'

const KEY = 'dunghan-color-scheme'
const dark = () => matchMedia('(prefers-color-scheme: dark)')
const listeners = new Set<() => void>()

/** The scheme chosen in this browser, else that of the computer. */
export function colorScheme(): ColorScheme {
  return chosen() ?? (dark().matches ? 'dark' : 'light')
}

export function chooseColorScheme(scheme: ColorScheme): void {
  try {
    localStorage.setItem(KEY, scheme)
  } catch {
    // Storage may be forbidden; the choice then lasts as long as the page.
  }
  document.documentElement.setAttribute('data-mantine-color-scheme', scheme)
  for (const listener of listeners) listener()
}

/**
 * Sets the scheme before anything is painted. Mantine's own way is a script inside the page, which
 * the content security policy forbids.
 */
export function paintColorScheme(): void {
  document.documentElement.setAttribute('data-mantine-color-scheme', colorScheme())
}

export function useColorScheme(): ColorScheme {
  return useSyncExternalStore(subscribe, painted)
}

function subscribe(listener: () => void) {
  const followComputer = () => {
    paintColorScheme()
    listener()
  }
  listeners.add(listener)
  dark().addEventListener('change', followComputer)
  return () => {
    listeners.delete(listener)
    dark().removeEventListener('change', followComputer)
  }
}

const painted = (): ColorScheme =>
  document.documentElement.getAttribute('data-mantine-color-scheme') === 'dark' ? 'dark' : 'light'

function chosen(): ColorScheme | null {
  try {
    const kept = localStorage.getItem(KEY)
    return kept === 'dark' || kept === 'light' ? kept : null
  } catch {
    return null
  }
}
