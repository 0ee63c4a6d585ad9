/**
 * What a person typed as a time of day: `15:20`, `15h20`, `15.20`, `1520`, `9h`, `9`. It comes out as
 * `HH:mm`; null when there is no such time.
 */
export function parseTypedTime(text: string): string | null {
  const typed = text.trim().toLowerCase()
  const match =
    /^(\d{1,2})\s*(?:[:.hg]\s*(\d{2})?)?$/.exec(typed) ?? /^(\d{1,2})(\d{2})$/.exec(typed)
  if (!match) return null
  const hours = Number(match[1])
  const minutes = Number(match[2] ?? 0)
  if (hours > 23 || minutes > 59) return null
  return `${String(hours).padStart(2, '0')}:${String(minutes).padStart(2, '0')}`
}
