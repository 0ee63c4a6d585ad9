import type { Ctx } from '../../context.ts'
import type { Database } from '../../db/client.ts'
import { isUniqueViolation } from '../../db/errors.ts'
import type { Tx } from '../../db/transaction.ts'
import { Refusal } from '../../refusal.ts'
import { accountStore } from '../accounts/accounts.store.ts'
import { leaderStore } from '../leaders/leaders.store.ts'
import type { DirectiveFields } from './directive-record.ts'
import { keyOf } from './directive-texts.ts'
import { directiveStore } from './directives.store.ts'
import { formatDocumentNumber, mayEditDirective, officeRoles, yearOf } from '@dunghan/domain'
import type { DirectiveRecord } from './directive-record.ts'

/**
 * Who directed it and who drafted it are known.
 * @throws Refusal `invalid-request` naming the field
 */
export async function checkPeople(
  tx: Tx,
  { directedById, draftedById }: Pick<DirectiveFields, 'directedById' | 'draftedById'>,
): Promise<void> {
  if (!(await leaderStore(tx).findById(directedById))) {
    throw new Refusal('invalid-request', { pointer: '/directedById' })
  }
  const drafter = await accountStore(tx).findById(draftedById)
  const ofOffice = drafter?.roles.some((role) => (officeRoles as readonly string[]).includes(role))
  if (!ofOffice) throw new Refusal('invalid-request', { pointer: '/draftedById' })
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
 * @throws Refusal `duplicate-document`
 */
export async function namingDuplicate<T>(
  database: Database,
  fields: () => DirectiveFields,
  work: () => Promise<T>,
): Promise<T> {
  try {
    return await work()
  } catch (error) {
    if (!isUniqueViolation(error, 'directive_document_key')) throw error
    const entered = fields()
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
