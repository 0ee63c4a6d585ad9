import type { Role } from '@dunghan/domain'
import { m } from '../../paraglide/messages.js'
import { adminChapters } from './chapters/admin.ts'
import { coordinatorChapters } from './chapters/coordinator.ts'
import { leaderChapters } from './chapters/leader.ts'
import { reviewerChapters } from './chapters/reviewer.ts'
import { signingIn, timeCounted } from './chapters/shared.ts'
import { specialistChapters } from './chapters/specialist.ts'
import { unitChapters } from './chapters/unit.ts'

/** One thing a person does, told in steps. */
export interface Chapter {
  /** Its anchor. */
  id: string
  title: () => string
  steps: readonly (() => string)[]
  /** The page it is about. */
  href?: string
  /** The name of a file in `pictures/`; the browser tests take them. */
  picture?: string
}

export interface Guide {
  role: Role
  /** In the address. */
  slug: string
  lead: () => string
  chapters: readonly Chapter[]
}

const guide = (role: Role, slug: string, lead: () => string, own: readonly Chapter[]): Guide => ({
  role,
  slug,
  lead,
  chapters: [...own, signingIn, timeCounted],
})

/** What each role is told of its work (the office instructs the users of the software: Đ6.6, Đ8). */
export const guides: readonly Guide[] = [
  guide('unit', 'don-vi', m.guides_unit_lead, unitChapters),
  guide('specialist', 'chuyen-vien', m.guides_specialist_lead, specialistChapters),
  guide('reviewer', 'xac-nhan', m.guides_reviewer_lead, reviewerChapters),
  guide('coordinator', 'tong-hop', m.guides_coordinator_lead, coordinatorChapters),
  guide('leader', 'lanh-dao', m.guides_leader_lead, leaderChapters),
  guide('admin', 'quan-tri', m.guides_admin_lead, adminChapters),
]
