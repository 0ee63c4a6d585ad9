import { getLocale, setLocale } from '../paraglide/runtime.js'

export type Language = 'vi' | 'en'

export const languages = ['vi', 'en'] as const satisfies readonly Language[]

const listeners = new Set<() => void>()

export const currentLanguage = (): Language => getLocale()

/** Told when the language changes; for `useSyncExternalStore`. */
export function onLanguageChange(listener: () => void) {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

/** Kept in this browser, and told to the page for screen readers and hyphenation. */
export function changeLanguage(language: Language) {
  setLocale(language, { reload: false })
  document.documentElement.lang = language
  for (const listener of listeners) listener()
}
