import type { FileHandle } from 'node:fs/promises'
import { FileRefused } from './file-refused.ts'
import { readAt } from './read-at.ts'

/** One entry of the directory of an OLE2 compound file ([MS-CFB] 2.6). */
export interface Ole2Entry {
  /** In lower case: the format compares names without regard to case. */
  name: string
  type: 'unused' | 'storage' | 'stream' | 'root'
  /** Places in the directory of its siblings and of its first child. */
  left: number
  right: number
  child: number
}

const entryBytes = 128
const entryTypes = new Map([
  [1, 'storage'],
  [2, 'stream'],
  [5, 'root'],
] as const)

/** Real documents have a few dozen entries; this is room for 8,192. */
const mostDirectoryBytes = 1 << 20

/** Reads the directory, however its sectors are strewn. Throws FileRefused when it makes no sense. */
export async function readOle2Directory(handle: FileHandle, size: number): Promise<Ole2Entry[]> {
  const header = await readAt(handle, 0, 512)
  const sectorShift = header.length === 512 ? header.readUInt16LE(30) : 0
  if (sectorShift !== 9 && sectorShift !== 12) throw broken('header')

  const sectors = createSectors(handle, { header, size, sectorSize: 1 << sectorShift })
  const entries: Ole2Entry[] = []
  let sector = header.readUInt32LE(48)
  while (sector !== endOfChain) {
    if (entries.length * entryBytes >= mostDirectoryBytes) throw broken('endless directory')
    const bytes = await sectors.read(sector)
    for (let at = 0; at < bytes.length; at += entryBytes) {
      entries.push(parseEntry(bytes.subarray(at, at + entryBytes)))
    }
    sector = await sectors.next(sector)
  }
  return entries
}

/** The entries that lie directly at the root, not inside an embedded object. */
export function rootEntries(entries: readonly Ole2Entry[]): Ole2Entry[] {
  const found: Ole2Entry[] = []
  const seen = new Set<number>()
  const pending = [entries[0]?.type === 'root' ? entries[0].child : noEntry]
  for (let place = pending.pop(); place !== undefined; place = pending.pop()) {
    const entry = entries[place]
    if (!entry || seen.has(place)) continue
    seen.add(place)
    found.push(entry)
    pending.push(entry.left, entry.right)
  }
  return found
}

const endOfChain = 0xfffffffe
const noEntry = 0xffffffff
/** How many sectors of the allocation table the header itself names. */
const tableSectorsInHeader = 109

/** Follows the file's sectors; every number that leads outside the file is refused. */
function createSectors(
  handle: FileHandle,
  { header, size, sectorSize }: { header: Buffer; size: number; sectorSize: number },
) {
  const numbersPerSector = sectorSize / 4

  async function read(sector: number, from = 0, length = sectorSize): Promise<Buffer> {
    const bytes = await readAt(handle, (sector + 1) * sectorSize + from, length)
    if ((sector + 1) * sectorSize >= size || bytes.length < length) throw broken('sector')
    return bytes
  }

  async function readNumber(sector: number, place: number): Promise<number> {
    return (await read(sector, place * 4, 4)).readUInt32LE(0)
  }

  /** Where the `index`-th sector of the allocation table lies. */
  async function tableSector(index: number): Promise<number> {
    if (index < tableSectorsInHeader) return header.readUInt32LE(76 + index * 4)
    const beyond = index - tableSectorsInHeader
    const perSector = numbersPerSector - 1
    let sector = header.readUInt32LE(68)
    for (let skip = Math.floor(beyond / perSector); skip > 0; skip -= 1) {
      sector = await readNumber(sector, perSector)
    }
    return readNumber(sector, beyond % perSector)
  }

  /** The sector after this one in its chain. */
  async function next(sector: number): Promise<number> {
    const table = await tableSector(Math.floor(sector / numbersPerSector))
    return readNumber(table, sector % numbersPerSector)
  }

  return { read: (sector: number) => read(sector), next }
}

function parseEntry(bytes: Buffer): Ole2Entry {
  const nameBytes = Math.min(Math.max(bytes.readUInt16LE(64) - 2, 0), 62) & ~1
  return {
    name: bytes.toString('utf16le', 0, nameBytes).toLowerCase(),
    type: entryTypes.get(bytes.readUInt8(66) as 1 | 2 | 5) ?? 'unused',
    left: bytes.readUInt32LE(68),
    right: bytes.readUInt32LE(72),
    child: bytes.readUInt32LE(76),
  }
}

function broken(where: string): FileRefused {
  return new FileRefused('file-type-not-allowed', `OLE2: broken ${where}`)
}
