import { eventTypes, roles, unitTypes } from '@dunghan/domain'
import { isDay, isId, isOneOf, isQuery, type Known } from '../../lib/known-search.ts'

/* What the addresses of the admin's lists may say. */

export const leadersKnown: Known = { q: isQuery }

export const accountsKnown: Known = { q: isQuery, role: isOneOf(roles) }

export const unitsKnown: Known = {
  q: isQuery,
  type: isOneOf(unitTypes),
  standing: isOneOf(['ended', 'all']),
}

export const mailStates = ['waiting', 'sent', 'failed'] as const

export const jobsKnown: Known = { state: isOneOf(mailStates) }

export const auditSubjects = [
  'directive',
  'assignment',
  'unit',
  'leader',
  'account',
  'settings',
  'calendar',
  'monthly_report',
  'file',
] as const

export const auditKnown: Known = {
  type: isOneOf(eventTypes),
  subject: isOneOf(auditSubjects),
  subjectId: isId,
  account: isId,
  unit: isId,
  from: isDay,
  to: isDay,
}
