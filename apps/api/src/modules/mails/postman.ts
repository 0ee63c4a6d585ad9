import { setTimeout as sleep } from 'node:timers/promises'
import { createTransport, type SendMailOptions } from 'nodemailer'
import type { Config } from '../../config.ts'

/** What is handed to the mail server. */
export interface Letter {
  /** The same however often it is sent: by it the receiving side knows a second copy. */
  messageId: string
  to: string
  subject: string
  text: string
  html: string
}

/** The mail server did not take a letter. `message` says why, without any secret. */
export class MailRefused extends Error {
  override name = 'MailRefused'
  /** The letter itself is refused for good: trying again would change nothing. */
  readonly forGood: boolean
  /** The server serves nobody just now: other letters would fare no better. */
  readonly serverTrouble: boolean

  constructor(message: string, forGood: boolean, serverTrouble: boolean) {
    super(message)
    this.forGood = forGood
    this.serverTrouble = serverTrouble
  }
}

export interface Postman {
  /** Resolves once the server has taken the letter. @throws MailRefused */
  send(letter: Letter): Promise<void>
}

const connectWithin = 10_000
const answerWithin = 30_000
/** A server that never falls silent and never answers would hold all other mail up. */
const takenWithin = 2 * 60_000
const longestReason = 300

/** The letter was looked at by itself; everything else is about the server or its settings. */
const aboutTheLetter = new Set(['EENVELOPE', 'EMESSAGE'])

/**
 * Hands letters to the mail server that is configured, on a connection for each.
 * @param within milliseconds after which a letter counts as not taken
 */
export function createPostman(
  { smtpUrl, from }: NonNullable<Config['mail']>,
  within = takenWithin,
): Postman {
  const transport = createTransport({
    url: smtpUrl,
    connectionTimeout: connectWithin,
    greetingTimeout: connectWithin,
    socketTimeout: answerWithin,
    disableFileAccess: true,
    disableUrlAccess: true,
  })
  const withoutSecrets = hiding(secretsOf(smtpUrl))
  const handOver = async (letter: SendMailOptions) => {
    const done = new AbortController()
    const patience = sleep(within, undefined, { signal: done.signal, ref: false }).then(() => {
      throw new Error(`the server did not take the letter within ${within / 1000} s`)
    })
    const sending = transport.sendMail(letter).finally(() => done.abort())
    await Promise.race([sending, patience])
  }
  return {
    async send({ messageId, to, subject, text, html }) {
      try {
        await handOver({
          messageId,
          from,
          // Never parsed: an address can name one receiver only.
          to: { name: '', address: to },
          subject,
          text,
          html,
          headers: { 'Auto-Submitted': 'auto-generated' },
        })
      } catch (error) {
        throw refusalOf(error as SmtpError, withoutSecrets)
      }
    },
  }
}

interface SmtpError extends Error {
  code?: string
  command?: string
  responseCode?: number
}

function refusalOf(error: SmtpError, withoutSecrets: (text: string) => string): MailRefused {
  const { code = '', command = '', responseCode = 0, message } = error
  // A server may say anything; NUL among it could not even be kept.
  const reason = withoutSecrets(`${code} ${message}`)
    .replace(/[\s\p{Cc}]+/gu, ' ')
    .trim()
  const letter = aboutTheLetter.has(code) && command !== 'MAIL FROM'
  return new MailRefused(reason.slice(0, longestReason), letter && responseCode >= 500, !letter)
}

/** Name and password, in every form in which a server or a log might give them back. */
function secretsOf(smtpUrl: string): string[] {
  const { username, password } = new URL(smtpUrl)
  const plain = [password, username].map(decoded)
  const [pass = '', user = ''] = plain
  const base64 = (text: string) => Buffer.from(text).toString('base64')
  const forms = [pass, password, base64(pass), base64(`\0${user}\0${pass}`), smtpUrl]
  return [...forms, base64(user), user].filter((form) => form.length > 2)
}

function decoded(part: string): string {
  try {
    return decodeURIComponent(part)
  } catch {
    return part
  }
}

function hiding(secrets: string[]): (text: string) => string {
  return (text) => secrets.reduce((kept, secret) => kept.replaceAll(secret, '…'), text)
}
