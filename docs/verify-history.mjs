// Verifies an export of the history alone, with nothing but Node: docs/audit.md says what is checked.
//   node verify-history.mjs nhat-ky.ndjson [<number of a seal>:<its hash, as kept elsewhere> …]
import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { createInterface } from 'node:readline'

const [file, ...kept] = process.argv.slice(2)
const fail = (sentence) => {
  process.stderr.write(`NOT VERIFIED: ${sentence}\n`)
  process.exit(1)
}
if (!file) fail('name the file of the export')
const sha256 = (...parts) => {
  const hash = createHash('sha256')
  for (const part of parts) hash.update(part)
  return hash.digest()
}
const witnessed = new Map(kept.map((one) => one.toLowerCase().split(':')))
const sealed = new Map() // "chain:position" → [hash, seal]
const ends = new Map() // chain → { position, hash }
let seal = { number: 0, hash: sha256('dunghan audit seals') }
let [events, heads, end] = [0, 0, null]

const parsed = (text) => {
  try {
    return JSON.parse(text)
  } catch {
    return fail('a line is not what an export holds, or is cut short')
  }
}
const input = createReadStream(file).on('error', ({ code }) => fail(`${file}: ${code}`))
for await (const line of createInterface({ input })) {
  const row = parsed(line)
  if (end) fail('something follows the last line')
  if (row.seal !== undefined) {
    const said = parsed(row.text)
    const hash = sha256(seal.hash, row.text)
    if (row.seal !== seal.number + 1 || said.number !== row.seal)
      fail(`seal ${seal.number + 1} is missing`)
    if (hash.toString('hex') !== row.hash) fail(`seal ${row.seal} was altered`)
    if ((witnessed.get(String(row.seal)) ?? row.hash) !== row.hash)
      fail(`seal ${row.seal} is not the one that was kept`)
    for (const [chain, length, head] of said.heads)
      sealed.set(`${chain}:${length}`, [head, row.seal])
    witnessed.delete(String(row.seal))
    seal = { number: row.seal, hash }
  } else if (row.position !== undefined) {
    const where = `event ${row.position} of chain ${row.chain}`
    const last = ends.get(row.chain) ?? {
      position: 0,
      hash: sha256(`dunghan event chain ${row.chain}`),
    }
    const said = parsed(row.text)
    const hash = sha256(last.hash, row.text)
    const place = `${row.chain}:${row.position}`
    if (row.position !== last.position + 1)
      fail(`event ${last.position + 1} of chain ${row.chain} is missing`)
    if (said.chain !== row.chain || said.position !== row.position) fail(`${where} was moved`)
    if (hash.toString('hex') !== row.hash) fail(`${where} was altered`)
    if ((sealed.get(place)?.[0] ?? row.hash) !== row.hash)
      fail(`${where} is not what seal ${sealed.get(place)[1]} binds`)
    sealed.delete(place)
    ends.set(row.chain, { position: row.position, hash })
    events += 1
  } else if (row.end) end = row.end
  else {
    const last = ends.get(row.chain)
    if (last?.position !== row.length || last.hash.toString('hex') !== row.hash)
      fail(`chain ${row.chain} was cut`)
    heads += 1
  }
}
if (!end || end.events !== events || end.seals !== seal.number || heads !== ends.size)
  fail('the export is cut short')
for (const [place, [, number]] of sealed) fail(`seal ${number} binds ${place}, which is missing`)
for (const number of witnessed.keys()) fail(`seal ${number}, which was kept, is missing`)
process.stdout.write(`Verified: ${events} events in ${heads} chains, ${seal.number} seals.\n`)
