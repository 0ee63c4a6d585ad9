import type { Role } from '@dunghan/domain'

/** What an access token says; it lives ten minutes, so nothing in it is older than that. */
export interface AccessClaims {
  sub: string
  sid: string
  roles: Role[]
  unitId: string | null
  mustChangePassword: boolean
  /** Seconds since 1970. */
  exp: number
}
