import { readFileSync } from 'node:fs'
import { Decrypter, Encrypter, identityToRecipient } from 'age-encryption'
import { CopyRefused } from './copy-refused.ts'

/** What a key file holds, in the words of the age format. */
export type BackupKey =
  | { kind: 'passphrase'; passphrase: string }
  | { kind: 'keys'; recipients: string[]; identities: string[] }

const shortestPassphrase = 12

/**
 * Reads a key file: age recipients (`age1…`) or identities (`AGE-SECRET-KEY-…`), one a line, with
 * comments after #; or else one line, which is a passphrase.
 * @throws CopyRefused when it is neither
 */
export async function readKeyFile(path: string): Promise<BackupKey> {
  const lines = readLines(path)
  const recipients = lines.filter((line) => line.startsWith('age1'))
  const identities = lines.filter((line) => line.startsWith('AGE-SECRET-KEY-'))
  if (recipients.length + identities.length === 0) return passphraseOf(path, lines)
  if (recipients.length + identities.length < lines.length) {
    throw new CopyRefused(`The key file ${path} mixes age keys with something else.`)
  }
  try {
    const own = await Promise.all(identities.map(identityToRecipient))
    const key: BackupKey = { kind: 'keys', recipients: [...recipients, ...own], identities }
    encrypterOf(key)
    return key
  } catch {
    throw new CopyRefused(`The key file ${path} holds a key that is no age key.`)
  }
}

function readLines(path: string): string[] {
  try {
    const lines = readFileSync(path, 'utf8').split(/\r?\n/)
    return lines.map((line) => line.trim()).filter((line) => line !== '' && !line.startsWith('#'))
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    throw new CopyRefused(`The key file ${path} cannot be read (${code}).`)
  }
}

function passphraseOf(path: string, [passphrase = '', ...more]: string[]): BackupKey {
  if (more.length > 0 || passphrase.length < shortestPassphrase) {
    throw new CopyRefused(
      `The key file ${path} must hold age keys, or one line of at least ${shortestPassphrase} ` +
        'characters as the passphrase.',
    )
  }
  return { kind: 'passphrase', passphrase }
}

export function encrypterOf(key: BackupKey): Encrypter {
  const encrypter = new Encrypter()
  if (key.kind === 'passphrase') encrypter.setPassphrase(key.passphrase)
  else for (const recipient of key.recipients) encrypter.addRecipient(recipient)
  return encrypter
}

/** @throws CopyRefused when the key file locks only */
export function decrypterOf(key: BackupKey): Decrypter {
  const decrypter = new Decrypter()
  if (key.kind === 'passphrase') decrypter.addPassphrase(key.passphrase)
  else {
    if (key.identities.length === 0) {
      throw new CopyRefused(
        'The key file holds recipients alone, which lock: give the one with AGE-SECRET-KEY-…',
      )
    }
    for (const identity of key.identities) decrypter.addIdentity(identity)
  }
  return decrypter
}
