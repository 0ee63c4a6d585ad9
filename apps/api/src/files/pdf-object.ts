/** A value in a PDF, as far as a signature dictionary needs it. Places are indexes into the text. */
export type PdfValue =
  | { kind: 'name'; name: string }
  | { kind: 'string'; text: string }
  | { kind: 'hex'; start: number; end: number }
  | { kind: 'array'; items: PdfValue[] }
  | PdfDictionary
  /** Numbers, references, booleans: word by word. */
  | { kind: 'word'; text: string }

export interface PdfDictionary {
  kind: 'dictionary'
  /** Name without its slash → where the name stands, and its value. */
  entries: Map<string, { keyAt: number; value: PdfValue }>
}

/** The text is no PDF object. */
export class PdfSyntaxError extends Error {}

const deepest = 20

/**
 * Parses one object (ISO 32000-1 7.3) from `start` in text that holds a byte per character. A
 * dictionary naming a key twice is refused: readers differ on which one counts. A reference such as
 * `5 0 R` is three words. Throws PdfSyntaxError.
 */
export function parsePdfObject(text: string, start: number): PdfValue {
  let at = start

  function value(depth: number): PdfValue {
    if (depth > deepest) throw new PdfSyntaxError('nested too deep')
    skipBlank()
    if (text.startsWith('<<', at)) return dictionary(depth)
    const first = text[at]
    if (first === '/') return { kind: 'name', name: name() }
    if (first === '(') return { kind: 'string', text: literal() }
    if (first === '<') return hex()
    if (first === '[') return array(depth)
    return { kind: 'word', text: word() }
  }

  function dictionary(depth: number): PdfDictionary {
    at += 2
    const entries: PdfDictionary['entries'] = new Map()
    for (skipBlank(); !text.startsWith('>>', at); skipBlank()) {
      const keyAt = at
      if (text[at] !== '/') throw new PdfSyntaxError('a key that is no name')
      const key = name()
      if (entries.has(key)) throw new PdfSyntaxError('a key twice')
      entries.set(key, { keyAt, value: value(depth + 1) })
      skipReference()
    }
    at += 2
    return { kind: 'dictionary', entries }
  }

  function array(depth: number): PdfValue {
    at += 1
    const items: PdfValue[] = []
    for (skipBlank(); text[at] !== ']'; skipBlank()) items.push(value(depth + 1))
    at += 1
    return { kind: 'array', items }
  }

  function name(): string {
    const [, raw = ''] = match(/\/([^\0\t\n\f\r ()<>[\]{}/%]*)/y)
    return raw.replace(/#([0-9A-Fa-f]{2})/g, (_, code) => String.fromCharCode(parseInt(code, 16)))
  }

  function hex(): PdfValue {
    const from = at
    match(/<[0-9A-Fa-f\0\t\n\f\r ]*>/y)
    return { kind: 'hex', start: from, end: at }
  }

  function literal(): string {
    const from = at
    let open = 0
    do {
      const char = text[at]
      if (char === undefined) throw new PdfSyntaxError('a string without end')
      if (char === '\\') at += 1
      else if (char === '(') open += 1
      else if (char === ')') open -= 1
      at += 1
    } while (open > 0)
    return text.slice(from + 1, at - 1)
  }

  function word(): string {
    return match(/[^\0\t\n\f\r ()<>[\]{}/%]+/y)[0]
  }

  /** What is left of `5 0 R` after its first word. */
  function skipReference() {
    const rest = /[\0\t\n\f\r ]+\d+[\0\t\n\f\r ]+R(?![A-Za-z])/y
    rest.lastIndex = at
    if (rest.test(text)) at = rest.lastIndex
  }

  function skipBlank() {
    match(/(?:[\0\t\n\f\r ]|%[^\r\n]*)*/y)
  }

  function match(pattern: RegExp): RegExpExecArray {
    pattern.lastIndex = at
    const found = pattern.exec(text)
    if (!found) throw new PdfSyntaxError('unexpected text')
    at = pattern.lastIndex
    return found
  }

  return value(0)
}

export function isPdfSpace(byte: number | undefined): boolean {
  return byte === 0 || byte === 9 || byte === 10 || byte === 12 || byte === 13 || byte === 32
}
