import { useSyncExternalStore } from 'react'
import { getLocale, setLocale } from '../paraglide/runtime.js'

export type Language = 'vi' | 'en'

export const languages = ['vi', 'en'] as const satisfies readonly Language[]

const listeners = new Set<() => void>()

export const currentLanguage = (): Language => getLocale()

/** Told when the language changes. */
export function onLanguageChange(listener: () => void) {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

/**
 * Draws the component that asks again when the language changes, and with it all that it draws. What
 * is typed and opened stays: nothing begins anew.
 */
export function useLanguage(): Language {
  return useSyncExternalStore(onLanguageChange, currentLanguage)
}

/** Kept in this browser, and told to the page for screen readers and hyphenation. */
export function changeLanguage(language: Language) {
  setLocale(language, { reload: false })
  document.documentElement.lang = language
  for (const listener of listeners) listener()
}
