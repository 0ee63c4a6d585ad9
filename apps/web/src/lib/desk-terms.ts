import type { Role, Visibility } from '@dunghan/domain'
import { m } from '../paraglide/messages.js'
import type { Words } from './terms.ts'

export const roleWords: Words<Role> = {
  specialist: m.terms_role_specialist,
  reviewer: m.terms_role_reviewer,
  coordinator: m.terms_role_coordinator,
  leader: m.terms_role_leader,
  admin: m.terms_role_admin,
  unit: m.terms_role_unit,
}

export const visibilityWords: Words<Visibility> = {
  public: m.terms_visibility_public,
  metadata: m.terms_visibility_metadata,
  internal: m.terms_visibility_internal,
}
