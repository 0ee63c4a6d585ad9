import { type Permission, permissionsOf } from '@dunghan/domain'
import { useSyncExternalStore } from 'react'
import { mostBytes, onSessionChange, type SessionState, sessionState } from './session.ts'
import type { SignedInAccount } from './types.ts'

export function useSession(): SessionState {
  return useSyncExternalStore(onSessionChange, sessionState)
}

/** The signed-in account; for pages behind the door. */
export function useAccount(): SignedInAccount {
  const { account } = useSession()
  if (!account) throw new Error('useAccount is for pages behind the sign-in')
  return account
}

/** What one file may weigh, as the office has set it. */
export function useMostBytes(): number {
  return useSyncExternalStore(onSessionChange, mostBytes)
}

/** Whether the signed-in account may do this at all; whether now, the record's own `can` says. */
export function useMay(): (permission: Permission) => boolean {
  const { account } = useSession()
  const held = new Set(account ? permissionsOf(account.roles) : [])
  return (permission) => held.has(permission)
}
