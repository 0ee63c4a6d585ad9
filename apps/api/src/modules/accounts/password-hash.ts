import { hash, verify } from '@node-rs/argon2'

/** argon2id, 19 MiB, two passes: about 11 ms on one core (OWASP's recommended minimum). */
const cost = { algorithm: 2, memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const

/** A PHC string. The same password typed composed or decomposed gives the same answer. */
export function hashPassword(password: string): Promise<string> {
  return hash(password.normalize('NFC'), cost)
}

/** @param passwordHash a PHC string as `hashPassword` makes it */
export function verifyPassword(passwordHash: string, password: string): Promise<boolean> {
  return verify(passwordHash, password.normalize('NFC'))
}

let dummy: Promise<string> | undefined

/** A hash no password opens: checking it takes as long as checking an account's own. */
export function dummyHash(): Promise<string> {
  dummy ??= hashPassword(crypto.randomUUID())
  return dummy
}
