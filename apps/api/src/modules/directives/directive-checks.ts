import { formatDocumentNumber, mayEditDirective, yearOf } from '@dunghan/domain'
import type { Ctx } from '../../context.ts'
import type { Database } from '../../db/client.ts'
import { isUniqueViolation } from '../../db/errors.ts'
import type { Tx } from '../../db/transaction.ts'
import { Refusal } from '../../refusal.ts'
import { accountStore } from '../accounts/accounts.store.ts'
import { leaderStore } from '../leaders/leaders.store.ts'
import type { DirectiveFields, DirectiveRecord } from './directive-record.ts'
import { keyOf } from './directive-texts.ts'
import { directiveStore } from './directives.store.ts'

/** Who directed it is known. @throws Refusal `invalid-request` at the field */
export async function checkLeader(tx: Tx, directedById: string): Promise<void> {
  if (await leaderStore(tx).findById(directedById)) return
  throw new Refusal('invalid-request', { pointer: '/directedById', reason: 'unknown-id' })
}

/**
 * Who drafted it is a specialist (Đ6.3a), who thereby owns it.
 * @throws Refusal `invalid-request` at the field
 */
export async function checkDrafter(tx: Tx, draftedById: string): Promise<void> {
  const drafter = await accountStore(tx).findById(draftedById)
  if (drafter?.roles.includes('specialist')) return
  const reason = drafter ? 'drafter-not-specialist' : 'unknown-id'
  throw new Refusal('invalid-request', { pointer: '/draftedById', reason })
}

/**
 * The directive an act is about to change: it exists, is the actor's own and still in force.
 * @throws Refusal `not-found`, `forbidden`, `invalid-transition`
 */
export function ownInForce(ctx: Ctx, directive: DirectiveRecord | null): DirectiveRecord {
  if (!directive) throw new Refusal('not-found')
  if (!mayEditDirective(ctx.actor, directive)) throw new Refusal('forbidden')
  if (directive.withdrawnAt) throw new Refusal('invalid-transition')
  return directive
}

/**
 * Runs an act that keeps a document's key. Two clerks may enter one document at the same moment;
 * the database lets one of them, and the other is told which one there is.
 * @param fields those the act keeps; null while it has not got that far
 * @throws Refusal `duplicate-document`
 */
export async function namingDuplicate<T>(
  database: Database,
  fields: () => DirectiveFields | null,
  work: () => Promise<T>,
): Promise<T> {
  try {
    return await work()
  } catch (error) {
    const entered = fields()
    if (!entered || !isUniqueViolation(error, 'directive_document_key')) throw error
    const existing = await directiveStore(database.prisma).findByDocumentKey(keyOf(entered) ?? '')
    throw new Refusal('duplicate-document', {
      pointer: '/number',
      params: {
        document: formatDocumentNumber(entered.number, entered.symbol) ?? '',
        year: yearOf(entered.issuedOn),
        title: existing?.title ?? '',
        id: existing?.id ?? '',
      },
    })
  }
}
