/** Longest name kept, in UTF-16 units, extension included. */
const longestName = 200

/** A name for a file whose own name leaves nothing usable. */
const namelessFile = 'tai-lieu'

/** Extensions that are replaced by the judged one. Anything else after a dot is part of the name. */
const knownExtension =
  /\.(pdf|docx?|docm|dotx?|dotm|rtf|xlsx?|xlsm|xlsb|xltx?|xltm|csv|pptx?|pptm|od[tsp]|ot[ts]|png|jpe?g|jpe|jfif|gif|bmp|tiff?|webp|svg|zip|rar|7z|txt|xml|html?|xhtml|mht|js|vbs|exe|scr|com|bat|cmd|msi|lnk|jar|php|aspx?|p7[msb])$/i

/** Windows opens devices under these names, whatever follows the first dot. */
const deviceName = /^(con|prn|aux|nul|conin\$|conout\$|(com|lpt)[0-9¹²³])\s*(\.|$)/i

/**
 * A file name safe to store, show and save anywhere: the last part of a path, NFC, without control
 * characters, invisible ones or ones that turn the direction of text, at most 200 UTF-16 units,
 * ending in `.` and `extension` (given without its dot).
 */
export function sanitizeFileName(name: string, extension: string): string {
  const cleaned = name
    // Patterns below may take the square of the length.
    .slice(-20 * longestName)
    .toWellFormed()
    .replace(/^.*[/\\]/s, '')
    .replace(/[\p{Cf}\uFFFD]/gu, '')
    .replace(/[\t-\r]/g, ' ')
    .replace(/\p{Cc}/gu, '')
    .replace(/\s+/gu, ' ')
    .normalize('NFC')
    .replace(/[<>:"|?*]/g, '_')
    .slice(0, 5 * longestName)
    .toWellFormed()
  let base = trimEnd(cleaned)
  while (knownExtension.test(base)) base = trimEnd(base.replace(knownExtension, ''))
  base = trimStart(base)
  if (deviceName.test(base)) base = `_${base}`
  base = trimEnd(cutGraphemes(base, longestName - extension.length - 1))
  return `${base || namelessFile}.${extension}`
}

/**
 * The value of a `Content-Disposition` header (RFC 6266): the name in full as RFC 8187 has it, and
 * for old clients in plain ASCII without marks.
 */
export function contentDisposition(name: string, type: 'inline' | 'attachment'): string {
  const wellFormed = name.toWellFormed()
  const encoded = encodeURIComponent(wellFormed).replace(
    /['()*]/g,
    (char) => `%${char.charCodeAt(0).toString(16).toUpperCase()}`,
  )
  return `${type}; filename="${asciiName(wellFormed)}"; filename*=UTF-8''${encoded}`
}

/** Without `%`, which some clients would decode, and without what would end the quotes. */
function asciiName(name: string): string {
  return name
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/đ/g, 'd')
    .replace(/Đ/g, 'D')
    .replace(/[^\x20-\x7e]|["\\%;]/g, '_')
}

/** Dots and spaces at the end vanish on Windows. */
function trimEnd(name: string): string {
  return name.replace(/[.\s]+$/u, '')
}

/** A dot at the start hides a file. */
function trimStart(name: string): string {
  return name.replace(/^[.\s]+/u, '')
}

/** The start of a text, never half a letter with its marks. */
function cutGraphemes(text: string, most: number): string {
  if (text.length <= most) return text
  let length = 0
  for (const { segment } of new Intl.Segmenter('vi').segment(text)) {
    if (length + segment.length > most) break
    length += segment.length
  }
  return text.slice(0, length)
}
