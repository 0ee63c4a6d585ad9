import { randomBytes } from 'node:crypto'
import { Readable } from 'node:stream'
import { middle, timesOf } from '../measure.ts'
import { growthDuring } from '../memory.ts'
import { startProduct } from '../servers.ts'
import { signIn } from '../sign-in.ts'
import { atLeast, atMost, lineOf } from '../table.ts'
import type { Case } from './case.ts'

const chunk = randomBytes(64 << 10)
const atOnce = 8
/** A little under the limit of 50. */
const mebibytes = 49.9
const rounds = 3

/** A PDF by its head and its end, as a form sends it. */
async function* form(size: number): AsyncGenerator<Buffer> {
  yield Buffer.from(
    '--x\r\nContent-Disposition: form-data; name="file"; filename="a.pdf"\r\n\r\n%PDF-1.7\n',
  )
  for (let made = 0; made < size; made += chunk.length) yield chunk
  yield Buffer.from('%%EOF\r\n--x--\r\n')
}

async function send(url: string, mebibytes: number, headers: Record<string, string>) {
  const body = Readable.toWeb(Readable.from(form(mebibytes * 1024 * 1024), { objectMode: false }))
  const answer = await fetch(url, { method: 'POST', headers, body, duplex: 'half' } as RequestInit)
  const text = await answer.text()
  if (!answer.ok) throw new Error(`${url} answered ${answer.status}: ${text.slice(0, 300)}`)
}

export const uploads: Case = {
  name: 'uploads',
  async run({ reference, databaseUrl, seconds }) {
    const server = await startProduct({ DATABASE_URL: databaseUrl })
    try {
      const size = seconds === 0 ? 2 : mebibytes
      const own = {
        ...(await signIn(server.address, 'chuyen-vien-0')),
        'content-type': 'multipart/form-data; boundary=x',
      }
      const plain = { 'content-type': 'application/octet-stream' }
      const ours = (one: number) => send(`${server.address}/api/v1/files`, one, own)
      const bareUrl = `${(await reference()).address}/upload`
      const all = async (work: () => Promise<void>) => {
        const begun = performance.now()
        await Promise.all(Array.from({ length: atOnce }, work))
        return (size * atOnce) / ((performance.now() - begun) / 1000)
      }
      await ours(1)
      await send(bareUrl, 1, plain)
      const paces = { ours: [] as number[], bare: [] as number[], growth: [] as number[] }
      for (let round = 0; round < timesOf(seconds, rounds); round++) {
        const { growth, result } = await growthDuring(server, () => all(() => ours(size)))
        paces.ours.push(result)
        paces.growth.push(growth)
        paces.bare.push(await all(() => send(bareUrl, size, plain)))
      }
      const [a, b] = [middle(paces.ours), middle(paces.bare)]
      const growth = Math.max(...paces.growth)
      const say = (pace: number) => `${pace.toFixed(0)} MiB/s`
      return [
        lineOf(
          '8 uploads of 50 MiB at once',
          { ours: say(a), reference: say(b), value: a / b },
          atLeast(0.6),
          0,
        ),
        lineOf(
          'memory they take over idle',
          { ours: `${growth.toFixed(0)} MiB`, value: growth },
          atMost(48, 'MiB'),
          0,
        ),
      ]
    } finally {
      await server.stop()
    }
  },
}
