/*
 * Number and symbol of a document (Nghị định 30/2020/NĐ-CP): `1298/QĐ-UBND-HC`. The number takes a
 * leading zero below 10; the codes keep Đ and mixed case (QyĐ, CTr); a legal document carries its
 * year (`20/2013/QĐ-UBND`), here part of the symbol. An unusual form is worth a warning, never a
 * refusal: the paper is what it is.
 */

type Text = string | null | undefined

/** Things about a number or symbol worth a second look. */
export const unusualFormCodes = [
  'number-without-digit-first',
  'number-too-long',
  'symbol-too-long',
  'symbol-holds-number',
  'symbol-with-space',
  'symbol-without-hyphen',
  'symbol-with-odd-character',
] as const

export type UnusualForm = (typeof unusualFormCodes)[number]

/** Field limits of the decree's metadata annex, in characters. */
export const documentFieldLimits = { number: 11, symbol: 30 } as const

/**
 * What makes two documents of one issuer and year the same: `08` and `8`, `qđ-ubnd` and
 * `QĐ - UBND` are; Đ and D are not. `''` when there is neither number nor symbol.
 */
export function documentKey(number: Text, symbol: Text): string {
  const key = `${compact(number)}/${compact(symbol)}`
  return key === '/' ? '' : key.replace(/^0+(?=\d)/, '')
}

/** `1298/QĐ-UBND-HC`, `08/TB-VPUBND`; the one part there is; null when there is none. */
export function formatDocumentNumber(number: Text, symbol: Text): string | null {
  const shown = /^\d$/.test(tidy(number)) ? `0${tidy(number)}` : tidy(number)
  return [shown, tidy(symbol)].filter(Boolean).join('/') || null
}

/**
 * A number and symbol typed in one piece, `Số: 20/2013/QĐ-UBND` → `20`, `2013/QĐ-UBND`; null when the
 * text is not of that form: digits, at most a letter, a slash, and no space inside a code.
 */
export function splitDocumentNumber(text: string): { number: string; symbol: string } | null {
  const match = /^(?:số\s*:?\s*)?(\d+\p{L}?)\s*\/\s*(\p{L}[^\s]*|\d{4}\s*\/\s*\p{L}[^\s]*)$/iu.exec(
    tidy(text).replace(/\s*-\s*/g, '-'),
  )
  if (!match?.[1] || !match[2]) return null
  return { number: match[1], symbol: match[2].replace(/\s/g, '') }
}

/** What is unusual about a number and symbol; a part that is missing is not. */
export function unusualForms(number: Text, symbol: Text): UnusualForm[] {
  const n = tidy(number)
  const s = tidy(symbol)
  const found: Record<UnusualForm, boolean> = {
    'number-without-digit-first': n !== '' && !/^\d/.test(n),
    'number-too-long': [...n].length > documentFieldLimits.number,
    'symbol-too-long': [...s].length > documentFieldLimits.symbol,
    'symbol-holds-number': /^\d/.test(s) && !/^(19|20|21)\d\d\//.test(s),
    'symbol-with-space': /\s/.test(s),
    'symbol-without-hyphen': s !== '' && !s.includes('-'),
    'symbol-with-odd-character': /[^\p{L}\p{N}\-/&.,()\s]/u.test(s),
  }
  return unusualFormCodes.filter((code) => found[code])
}

/**
 * NFC, trimmed, with the look-alikes that keyboards and word processors produce made one: eth (Ð)
 * for Đ, and the dashes for the hyphen.
 */
function tidy(text: Text): string {
  return (text ?? '')
    .normalize('NFC')
    .replace(/\p{Cf}/gu, '')
    .replaceAll('Ð', 'Đ')
    .replaceAll('ð', 'đ')
    .replace(/[\u2010-\u2015\u2212]/g, '-')
    .trim()
}

function compact(text: Text): string {
  return tidy(text).replace(/\s+/g, '').toUpperCase()
}
