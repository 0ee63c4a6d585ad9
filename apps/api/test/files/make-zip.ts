import { crc32, deflateRawSync } from 'node:zlib'

export interface ZipMember {
  name: string
  content?: string | Uint8Array
  /** Kept as it is, not deflated. */
  stored?: boolean
  /** What the directory says of its size, where that is not the truth. */
  declaredSize?: number
  /** General purpose flags: bit 0 is a password. */
  flags?: number
  method?: number
  /** Shares the bytes of an earlier member instead of having its own. */
  sameBytesAs?: number
}

/** A ZIP archive, honest or not. */
export function makeZip(members: readonly ZipMember[]): Buffer {
  const locals: Buffer[] = []
  const directory: Buffer[] = []
  const offsets: number[] = []
  let offset = 0
  for (const member of members) {
    const name = Buffer.from(member.name)
    const content = Buffer.from(member.content ?? '')
    const data = member.stored ? content : deflateRawSync(content)
    const head = Buffer.alloc(26)
    head.writeUInt16LE(20, 0)
    head.writeUInt16LE(0x800 | (member.flags ?? 0), 2)
    head.writeUInt16LE(member.method ?? (member.stored ? 0 : 8), 4)
    head.writeUInt32LE(crc32(content), 10)
    head.writeUInt32LE(data.length, 14)
    head.writeUInt32LE(member.declaredSize ?? content.length, 18)
    head.writeUInt16LE(name.length, 22)

    const place = member.sameBytesAs === undefined ? offset : (offsets[member.sameBytesAs] ?? 0)
    offsets.push(place)
    if (member.sameBytesAs === undefined) {
      const local = Buffer.concat([Buffer.from('PK\x03\x04'), head, name, data])
      locals.push(local)
      offset += local.length
    }
    const tail = Buffer.alloc(14)
    tail.writeUInt32LE(place, 10)
    const version = Buffer.from([20, 0])
    directory.push(Buffer.from('PK\x01\x02'), version, head, tail, name)
  }
  const listed = Buffer.concat(directory)
  const end = Buffer.alloc(22)
  end.write('PK\x05\x06', 'latin1')
  end.writeUInt16LE(members.length, 8)
  end.writeUInt16LE(members.length, 10)
  end.writeUInt32LE(listed.length, 12)
  end.writeUInt32LE(offset, 16)
  return Buffer.concat([...locals, listed, end])
}

const ooxml = 'application/vnd.openxmlformats-officedocument'
const main = {
  docx: ['word/document.xml', `${ooxml}.wordprocessingml.document.main+xml`],
  xlsx: ['xl/workbook.xml', `${ooxml}.spreadsheetml.sheet.main+xml`],
  pptx: ['ppt/presentation.xml', `${ooxml}.presentationml.presentation.main+xml`],
  docm: ['word/document.xml', 'application/vnd.ms-word.document.macroEnabled.main+xml'],
  xlsm: ['xl/workbook.xml', 'application/vnd.ms-excel.sheet.macroEnabled.main+xml'],
  dotx: ['word/document.xml', `${ooxml}.wordprocessingml.template.main+xml`],
} as const

/** The least that makes an Office Open XML package of a kind. */
export function makeOoxml(
  kind: keyof typeof main,
  { types = '', members = [] }: { types?: string; members?: ZipMember[] } = {},
): Buffer {
  const [part, type] = main[kind]
  const content = `<?xml version="1.0" encoding="UTF-8"?>
<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">
<Default Extension="xml" ContentType="application/xml"/>${types}
<Override PartName="/${part}" ContentType="${type}"/></Types>`
  return makeZip([
    { name: '[Content_Types].xml', content },
    { name: '_rels/.rels', content: '<Relationships/>' },
    { name: part, content: '<xml/>' },
    ...members,
  ])
}

/** The least that makes an OpenDocument package of a media type. */
export function makeOdf(mimetype: string, members: ZipMember[] = []): Buffer {
  return makeZip([
    { name: 'mimetype', content: mimetype, stored: true },
    { name: 'content.xml', content: '<office:document-content/>' },
    { name: 'META-INF/manifest.xml', content: '<manifest:manifest/>' },
    ...members,
  ])
}
