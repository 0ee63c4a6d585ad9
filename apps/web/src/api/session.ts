import { currentLanguage } from '../lib/language.ts'
import { now } from '../lib/use-now.ts'
import { ApiProblem, offlineProblem, readProblem } from './problem.ts'
import {
  announce,
  exclusively,
  forgetVisit,
  onAnnouncement,
  rememberVisit,
  visitedBefore,
} from './session-tabs.ts'
import type { Schema, SignedInAccount } from './types.ts'

/*
 * Who is signed in. The access token lives in this variable alone: no script of another page, no
 * extension reading storage and no stolen disk finds it. The refresh cookie, which scripts cannot
 * read, brings a new one.
 */

export type SessionState =
  | { status: 'unknown' | 'anonymous'; account: null }
  | { status: 'signed-in'; account: SignedInAccount }
  /** The session ended while someone was working: the page stays, a dialog asks to sign in. */
  | { status: 'interrupted'; account: SignedInAccount }

const SESSION = '/api/v1/session'
/** A token this close to its end is renewed before it is used. */
const MARGIN_MS = 30_000

let state: SessionState = { status: 'unknown', account: null }
let token: { value: string; expiresAt: number } | null = null
/** As the server starts with; each answer about the session says what it is now. */
let limits: Schema<'Limits'> = { maxUploadBytes: 50 * 1024 * 1024 }
let refreshing: Promise<boolean> | null = null
let waiting: Array<(signedIn: boolean) => void> = []
/** Raised whenever somebody signs in or out: what was asked before is not about them. */
let era = 0
const listeners = new Set<() => void>()

export const sessionState = (): SessionState => state

/** What one file may weigh. */
export const mostBytes = (): number => limits.maxUploadBytes

export function onSessionChange(listener: () => void) {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

/** The account, after asking the refresh cookie if nothing is known yet; null when nobody is. */
export async function currentAccount(): Promise<SignedInAccount | null> {
  if (state.status === 'unknown') await refreshSession()
  return state.account
}

/** Like {@link currentAccount}, but where nobody signed in before, nothing is asked. */
export async function resumeSession(): Promise<void> {
  if (state.status === 'unknown' && visitedBefore()) await refreshSession().catch(() => false)
  else if (state.status === 'unknown') become({ status: 'anonymous', account: null })
}

export async function signIn(username: string, password: string): Promise<SignedInAccount> {
  const session = await post(SESSION, { username: username.trim(), password })
  era += 1
  accept(session)
  announce('signed-in')
  return session.account
}

export async function signOut(): Promise<void> {
  const headers = token ? { Authorization: `Bearer ${token.value}` } : undefined
  const response = await fetch(SESSION, { method: 'DELETE', headers }).catch(() => {
    throw offlineProblem()
  })
  // The cookie is still good: to say otherwise would leave the desk open to the next in the chair.
  if (!response.ok) throw await readProblem(response)
  end()
  announce('signed-out')
}

/** The signed-in account changed its password: it need not any more. */
export function passwordChanged(): void {
  if (state.status !== 'signed-in') return
  become({ status: 'signed-in', account: { ...state.account, mustChangePassword: false } })
}

/** A token good for the next half minute; null when nobody is signed in. */
export async function accessToken(): Promise<string | null> {
  if (token && token.expiresAt - MARGIN_MS > now().getTime()) return token.value
  if (state.status === 'anonymous') return null
  if (!(await refreshSession())) return null
  return token?.value ?? null
}

/** Asks the refresh cookie for a new token; however many ask at once, it is asked once. */
export function refreshSession(): Promise<boolean> {
  refreshing ??= exclusively(refresh).finally(() => {
    refreshing = null
  })
  return refreshing
}

/** Whether what this account began may still be sent: never in the name of another. */
export function isStill(asker: SignedInAccount | null): boolean {
  return !asker || !state.account || state.account.id === asker.id
}

/** Waits until the person has signed in again; false when they would rather not. */
export function signInAgain(): Promise<boolean> {
  if (!state.account) return Promise.resolve(false)
  become({ status: 'interrupted', account: state.account })
  return new Promise((resolve) => waiting.push(resolve))
}

/** The person does not sign in again: what was waiting is refused. */
export function giveUp(): void {
  end()
}

async function refresh(): Promise<boolean> {
  const began = era
  try {
    const session = await post(`${SESSION}/refresh`)
    if (began !== era) return token !== null
    accept(session)
    return true
  } catch (error) {
    if (!(error instanceof ApiProblem) || error.isPassing) throw error
    if (began !== era) return token !== null
    token = null
    if (state.status === 'unknown') end()
    return false
  }
}

async function post(url: string, body?: unknown): Promise<Schema<'Session'>> {
  const headers: Record<string, string> = { 'Accept-Language': currentLanguage() }
  if (body !== undefined) headers['Content-Type'] = 'application/json'
  const response = await fetch(url, {
    method: 'POST',
    headers,
    body: body === undefined ? null : JSON.stringify(body),
  }).catch(() => {
    throw offlineProblem()
  })
  if (!response.ok) throw await readProblem(response)
  return response.json()
}

function accept(session: Schema<'Session'>) {
  const before = state.account
  limits = session.limits
  token = { value: session.accessToken, expiresAt: Date.parse(session.expiresAt) }
  rememberVisit()
  become({ status: 'signed-in', account: session.account })
  settle(isStill(before))
}

function end() {
  era += 1
  token = null
  forgetVisit()
  become({ status: 'anonymous', account: null })
  settle(false)
}

function settle(signedIn: boolean) {
  const resolves = waiting
  waiting = []
  for (const resolve of resolves) resolve(signedIn)
}

function become(next: SessionState) {
  state = next
  for (const listener of listeners) listener()
}

onAnnouncement((what) => {
  if (what === 'signed-out') end()
  // Another tab signed in again: this one needs no password of its own.
  else if (state.status === 'interrupted') refreshSession().catch(() => false)
})
