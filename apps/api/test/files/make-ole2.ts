export interface Ole2Member {
  name: string
  type: 'storage' | 'stream'
  members?: readonly Ole2Member[]
}

const sector = 512
const endOfChain = 0xfffffffe
const none = 0xffffffff

/** An OLE2 compound file whose streams are all empty; its directory takes as many sectors as it needs. */
export function makeOle2(members: readonly Ole2Member[]): Buffer {
  const entries: Buffer[] = []
  addEntry(entries, 'Root Entry', 5)
  entries[0]?.writeUInt32LE(addSiblings(entries, members), 76)
  while (entries.length % 4 !== 0) entries.push(Buffer.alloc(128))

  const directorySectors = entries.length / 4
  const header = Buffer.alloc(sector)
  header.write('d0cf11e0a1b11ae1', 'hex')
  header.writeUInt16LE(3, 26)
  header.writeUInt16LE(0xfffe, 28)
  header.writeUInt16LE(9, 30)
  header.writeUInt32LE(1, 44)
  header.writeUInt32LE(1, 48)
  header.writeUInt32LE(endOfChain, 68)
  header.fill(0xff, 76)
  header.writeUInt32LE(0, 76)

  const table = Buffer.alloc(sector, 0xff)
  table.writeUInt32LE(0xfffffffd, 0)
  for (let at = 1; at <= directorySectors; at += 1) {
    table.writeUInt32LE(at === directorySectors ? endOfChain : at + 1, at * 4)
  }
  return Buffer.concat([header, table, ...entries])
}

/** Adds members that hang on each other to the right; returns the place of the first. */
function addSiblings(entries: Buffer[], members: readonly Ole2Member[]): number {
  const places = members.map(({ name, type }) => addEntry(entries, name, type === 'stream' ? 2 : 1))
  for (const [index, place] of places.entries()) {
    const entry = entries[place] as Buffer
    entry.writeUInt32LE(places[index + 1] ?? none, 72)
    entry.writeUInt32LE(addSiblings(entries, members[index]?.members ?? []), 76)
  }
  return places[0] ?? none
}

function addEntry(entries: Buffer[], name: string, type: number): number {
  const entry = Buffer.alloc(128)
  entry.write(name, 'utf16le')
  entry.writeUInt16LE((name.length + 1) * 2, 64)
  entry.writeUInt8(type, 66)
  entry.fill(0xff, 68, 80)
  return entries.push(entry) - 1
}
