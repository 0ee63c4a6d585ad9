/**
 * Whether an `If-None-Match` header names an entity tag (RFC 9110, 13.1.2): `*`, or a list in which
 * it stands, weak or strong alike.
 * @param tag with its quotes, and `W/` before them when weak
 */
export function matchesTag(header: string | undefined, tag: string): boolean {
  if (header === undefined) return false
  if (header.trim() === '*') return true
  const opaque = withoutWeakness(tag)
  return (header.match(/(?:W\/)?"[^"]*"/g) ?? []).some((each) => withoutWeakness(each) === opaque)
}

const withoutWeakness = (tag: string) => tag.replace(/^W\//, '')
