/** An element of an XML document: its text is that of all below it. */
export interface XmlElement {
  name: string
  attributes: Record<string, string>
  children: XmlElement[]
  text: string
}

const entities: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }
const token =
  /<\?[^?]*\?>|<!\[CDATA\[([\s\S]*?)\]\]>|<\/([\w:-]+)\s*>|<([\w:-]+)((?:\s+[\w:-]+="[^"<]*")*)\s*(\/?)>|([^<]+)/y

/** Reads XML as strictly as feed readers do. @throws Error where it is not well-formed */
export function parseXml(xml: string): XmlElement {
  const root: XmlElement = { name: '', attributes: {}, children: [], text: '' }
  const open = [root]
  token.lastIndex = 0
  while (token.lastIndex < xml.length) {
    const at = token.lastIndex
    const found = token.exec(xml)
    if (!found) throw new Error(`not well-formed: ${xml.slice(at, at + 80)}`)
    const [, cdata, ended, begun, attributes = '', empty, text] = found
    const top = open.at(-1) as XmlElement
    if (cdata !== undefined) say(cdata)
    else if (text !== undefined) say(decode(text))
    else if (ended !== undefined) {
      if (open.pop()?.name !== ended) throw new Error(`</${ended}> ends what it did not begin`)
    } else if (begun !== undefined) {
      const child: XmlElement = {
        name: begun,
        attributes: Object.fromEntries(
          [...attributes.matchAll(/([\w:-]+)="([^"]*)"/g)].map(([, name, value]) => [
            name,
            decode(value ?? ''),
          ]),
        ),
        children: [],
        text: '',
      }
      top.children.push(child)
      if (!empty) open.push(child)
    }
  }
  if (open.length !== 1 || root.children.length !== 1) throw new Error('not one whole element')
  return root.children[0] as XmlElement

  function say(text: string) {
    // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what it refuses
    if (/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/.test(text) || !text.isWellFormed()) {
      throw new Error('a character XML does not know')
    }
    for (const element of open) element.text += text
  }
}

function decode(text: string): string {
  return text.replace(/&(?:#(\d+)|#x([\da-f]+)|(\w+));|&/gi, (all, decimal, hex, name) => {
    if (decimal) return String.fromCodePoint(Number(decimal))
    if (hex) return String.fromCodePoint(Number.parseInt(hex, 16))
    const meant = entities[name]
    if (!meant) throw new Error(`${all} is no reference`)
    return meant
  })
}

/** The children of that name. */
export const childrenOf = ({ children }: XmlElement, name: string) =>
  children.filter((child) => child.name === name)

/** The first child of that name. @throws Error when there is none */
export function childOf(element: XmlElement, name: string): XmlElement {
  const [child] = childrenOf(element, name)
  if (!child) throw new Error(`no <${name}> in <${element.name}>`)
  return child
}
