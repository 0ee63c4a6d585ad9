import type { Search } from './paths.ts'

/** What leaves the URL whenever a filter changes: a place in the old list means nothing in the new. */
const PLACE = ['cursor', 'trang']

/** `before` with each parameter of `patch` replaced, or removed when it has no value. */
export function patched(before: URLSearchParams, patch: Search): URLSearchParams {
  const after = new URLSearchParams(before)
  for (const place of PLACE) if (!(place in patch)) after.delete(place)
  for (const [name, value] of Object.entries(patch)) {
    after.delete(name)
    if (value === null || value === undefined || value === '') continue
    for (const one of Array.isArray(value) ? value : [value]) after.append(name, String(one))
  }
  return after
}
