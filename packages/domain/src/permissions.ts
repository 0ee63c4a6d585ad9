/*
 * Who may do what (Đ4.1, Đ4.5, Đ6.3a, Đ6.4, Đ6.5, Đ6.6): one table, read by the server to enforce and
 * by the screens to enable.
 */

export const roles = ['specialist', 'reviewer', 'coordinator', 'leader', 'admin', 'unit'] as const

/**
 * `specialist` chuyên viên soạn thảo · `reviewer` phòng chuyên môn · `coordinator` Phòng Hành chính –
 * Tổ chức · `leader` Chủ tịch, Phó Chủ tịch, Chánh Văn phòng · `admin` Cổng thông tin điện tử ·
 * `unit` the one account of a unit.
 */
export type Role = (typeof roles)[number]

export const officeRoles = [
  'specialist',
  'reviewer',
  'coordinator',
  'leader',
  'admin',
] as const satisfies readonly Role[]

export type OfficeRole = (typeof officeRoles)[number]

export const permissions = {
  'directive.read': officeRoles,
  /** Enter directives, and add tasks and units to own ones. */
  'directive.enter': ['specialist'],
  /** Own ones only: see `mayEditDirective`. */
  'directive.edit': ['specialist'],
  /** Own ones only: see `mayEditDirective`. */
  'directive.withdraw': ['specialist'],
  'directive.import': ['specialist'],
  'file.upload': ['specialist', 'unit'],
  'assignment.readAll': officeRoles,
  'assignment.readOwn': ['unit'],
  'assignment.receive': ['unit'],
  'assignment.report': ['unit'],
  'assignment.requestExtension': ['unit'],
  'assignment.moveDueDate': ['reviewer'],
  'assignment.reopen': ['reviewer'],
  /** A specialist, of own directives only: see `mayWithdrawAssignment`. */
  'assignment.withdraw': ['specialist', 'reviewer'],
  'report.review': ['reviewer'],
  'extension.decide': ['reviewer'],
  'statistics.readAll': officeRoles,
  'statistics.readOwn': ['unit'],
  'statistics.monthlyReport': ['coordinator'],
  'reminder.send': ['coordinator'],
  'unit.read': roles,
  'unit.manage': ['admin'],
  'leader.read': roles,
  'leader.manage': ['admin'],
  'calendar.read': roles,
  'calendar.manage': ['admin'],
  'account.manage': ['admin'],
  'settings.manage': ['admin'],
  'audit.read': ['admin'],
  /** Background jobs and the mail they send. */
  'job.read': ['admin'],
} as const satisfies Record<string, readonly Role[]>

export type Permission = keyof typeof permissions

const allPermissions = Object.keys(permissions) as Permission[]

/** Who acts: an account, its roles and, for the account of a unit, that unit. */
export interface Actor {
  roles: readonly Role[]
  unitId?: string | null
  accountId?: string | null
}

/** The accounts a directive belongs to: who drafted it and who entered it. */
export interface DirectiveOwners {
  draftedById?: string | null
  recordedById?: string | null
}

/** What an account with these roles may do, in the order of the table. */
export function permissionsOf(held: readonly Role[]): Permission[] {
  return allPermissions.filter((permission) => allows(held, permission))
}

/** Whether any of these roles gives the permission. */
export function allows(held: readonly Role[], permission: Permission): boolean {
  const allowed: readonly Role[] = permissions[permission]
  return held.some((role) => allowed.includes(role))
}

/** Whether the actor may edit or withdraw a directive: own ones, drafted or entered by them. */
export function mayEditDirective(actor: Actor, directive: DirectiveOwners): boolean {
  return allows(actor.roles, 'directive.edit') && owns(actor, directive)
}

/** Whether the actor may withdraw an assignment: a reviewer any, a specialist of own directives. */
export function mayWithdrawAssignment(actor: Actor, directive: DirectiveOwners): boolean {
  return actor.roles.includes('reviewer') || mayEditDirective(actor, directive)
}

function owns({ accountId }: Actor, directive: DirectiveOwners): boolean {
  if (!accountId) return false
  return accountId === directive.draftedById || accountId === directive.recordedById
}
