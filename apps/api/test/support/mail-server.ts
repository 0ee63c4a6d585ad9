import { type AddressInfo, createServer } from 'node:net'
import { type ParsedMail, simpleParser } from 'mailparser'
import { SMTPServer } from 'smtp-server'

/** What a mail server says instead of taking a mail. */
export interface Rejection {
  code: number
  text: string
}

/** A real SMTP server, in this process. */
export interface MailServer {
  url: string
  /** What it took, as it was read from the wire. */
  taken: { to: string[]; mail: ParsedMail; source: string }[]
  /** How it answers from now on: at which step it refuses, or is it well. */
  refuse: { recipient?: Rejection; message?: Rejection; login?: Rejection }
  /** Is called when a mail is taken, before the client is told. */
  onTaken: () => void | Promise<void>
  close(): Promise<void>
}

/** @param login who may send; none: anyone */
export async function startMailServer(login?: { user: string; pass: string }): Promise<MailServer> {
  const server: Omit<MailServer, 'url' | 'close'> = { taken: [], refuse: {}, onTaken() {} }
  const refusal = (rejection: Rejection | undefined) =>
    rejection
      ? Object.assign(new Error(rejection.text), { responseCode: rejection.code })
      : undefined
  const smtp = new SMTPServer({
    disabledCommands: login ? ['STARTTLS'] : ['STARTTLS', 'AUTH'],
    authOptional: !login,
    allowInsecureAuth: true,
    logger: false,
    onAuth({ username, password }, _session, done) {
      const refused = refusal(server.refuse.login)
      if (refused) return done(refused)
      if (username !== login?.user || password !== login?.pass) return done(new Error('no'))
      done(null, { user: username })
    },
    onRcptTo(_address, _session, done) {
      done(refusal(server.refuse.recipient))
    },
    onData(stream, session, done) {
      const chunks: Buffer[] = []
      stream.on('data', (chunk) => chunks.push(chunk))
      stream.on('end', async () => {
        const refused = refusal(server.refuse.message)
        if (refused) return done(refused)
        const source = Buffer.concat(chunks).toString()
        const to = session.envelope.rcptTo.map(({ address }) => address)
        server.taken.push({ to, source, mail: await simpleParser(source) })
        await server.onTaken()
        done()
      })
    },
  })
  await new Promise<void>((resolve) => smtp.listen(0, '127.0.0.1', resolve))
  const { port } = smtp.server.address() as AddressInfo
  const who = login ? `${login.user}:${encodeURIComponent(login.pass)}@` : ''
  return Object.assign(server, {
    url: `smtp://${who}127.0.0.1:${port}`,
    close: () => new Promise<void>((resolve) => smtp.close(() => resolve())),
  })
}

/** A server that greets with these bytes, whatever they are, and says no more. */
export async function startOddServer(greeting: string) {
  const server = createServer((socket) => socket.end(`${greeting}\r\n`))
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  return { url: `smtp://127.0.0.1:${port}`, close: () => server.close() }
}

/** A server that goes on greeting line after line, and never comes to an end. */
export async function startEndlessServer() {
  const server = createServer((socket) => {
    const line = setInterval(() => socket.write('220-one moment\r\n'), 20)
    socket.on('close', () => clearInterval(line)).on('error', () => {})
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  return { url: `smtp://127.0.0.1:${port}`, close: () => server.close() }
}

/** A port at which nobody answers. */
export async function closedPort(): Promise<number> {
  const server = createServer()
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  await new Promise<void>((resolve) => server.close(() => resolve()))
  return port
}
