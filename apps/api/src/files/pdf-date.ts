/**
 * A PDF date (`D:20261120152000+07'00'`, ISO 32000-1 7.9.4) as an instant; null when it is none.
 * Parts left out are their least value; without an offset it is UTC.
 */
export function parsePdfDate(text: string | null): Date | null {
  const match = text?.match(
    /^D:(\d{4})(\d\d)?(\d\d)?(\d\d)?(\d\d)?(\d\d)?(?:Z.*|([+-])(\d\d)'?(?:(\d\d)'?)?)?$/,
  )
  if (!match) return null
  const part = (index: number, least: number) => Number(match[index] ?? least)

  const parts = [
    part(1, 0),
    part(2, 1) - 1,
    part(3, 1),
    part(4, 0),
    part(5, 0),
    part(6, 0),
  ] as const
  const local = new Date(0)
  local.setUTCFullYear(parts[0], parts[1], parts[2])
  local.setUTCHours(parts[3], parts[4], parts[5])
  const rolledOver = local.getUTCMonth() !== parts[1] || local.getUTCHours() !== parts[3]
  if (rolledOver || parts[4] > 59 || parts[5] > 59) return null

  const offsetMinutes = part(8, 0) * 60 + part(9, 0)
  const sign = match[7] === '-' ? -1 : 1
  return new Date(local.getTime() - sign * offsetMinutes * 60_000)
}
