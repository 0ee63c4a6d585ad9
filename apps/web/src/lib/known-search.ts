import { isCivilDate } from '@dunghan/domain'

/** What each parameter of a page's address may say; one that is not named means nothing there. */
export type Known = Readonly<Record<string, (value: string) => boolean>>

/** A part of an address that means nothing: a value, or with `value` null the parameter itself. */
export interface NotUnderstood {
  name: string
  value: string | null
}

export const isOneOf = (values: readonly string[]) => (value: string) => values.includes(value)
export const isFlag = isOneOf(['true', 'false'])
export const isId = (value: string) => /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(value)
export const isDay = (value: string) => isCivilDate(value)
/** Words to search for; the server takes no more. */
export const isQuery = (value: string) => value.length <= 200 && !value.includes('\0')
/** Judged elsewhere: an instant is by the server, which alone knows what is past. */
export const isAnything = () => true

/** What other sites hang on an address that is passed on: no part of the question. */
const hungOn = /^(utm_\w+|fbclid|gclid|msclkid|zarsrc|mibextid)$/

const means = (known: Known, name: string, value: string) =>
  value === '' || hungOn.test(name) || (Object.hasOwn(known, name) && known[name]?.(value) === true)

/** The parts that mean nothing, each once, in the order they stand in. */
export function notUnderstood(params: URLSearchParams, known: Known): NotUnderstood[] {
  const seen = new Set<string>()
  return [...params].flatMap(([name, value]) => {
    if (means(known, name, value)) return []
    const part = { name, value: Object.hasOwn(known, name) ? value : null }
    const key = JSON.stringify(part)
    if (seen.has(key)) return []
    seen.add(key)
    return [part]
  })
}

/** The address without what means nothing; everything else stays as it was. */
export function understood(params: URLSearchParams, known: Known): URLSearchParams {
  return new URLSearchParams([...params].filter(([name, value]) => means(known, name, value)))
}

/** Whether two searches ask the same, in whatever order; a place in the list is no question. */
export function asksTheSame(one: URLSearchParams, other: URLSearchParams): boolean {
  return inOrder(one) === inOrder(other)
}

const inOrder = (params: URLSearchParams) =>
  [...params]
    .filter(([name, value]) => value !== '' && !hungOn.test(name))
    .map(([name, value]) => `${name}=${value}`)
    .sort()
    .join('&')
