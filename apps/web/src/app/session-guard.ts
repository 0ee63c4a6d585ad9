import { allows, type Permission } from '@dunghan/domain'
import { type MiddlewareFunction, redirect } from 'react-router-dom'
import { ApiProblem } from '../api/problem.ts'
import { currentAccount } from '../api/session.ts'
import { paths, patterns } from '../lib/paths.ts'
import { m } from '../paraglide/messages.js'

/** Lets only a signed-in account in; everyone else signs in first and comes back. */
export const signedInOnly: MiddlewareFunction = async ({ request }, next) => {
  const account = await currentAccount()
  const { pathname, search } = new URL(request.url)
  if (!account) throw redirect(paths.signIn(pathname + search))
  if (account.mustChangePassword && pathname !== patterns.changePassword) {
    throw redirect(paths.changePassword())
  }
  return next()
}

/** Lets in only accounts with one of these permissions; the API decides, this only says it sooner. */
export function permittedOnly(...needed: Permission[]): MiddlewareFunction {
  return async (_args, next) => {
    const account = await currentAccount()
    if (needed.some((permission) => allows(account?.roles ?? [], permission))) return next()
    throw new ApiProblem({
      name: 'forbidden',
      status: 403,
      title: m.shell_forbidden_title(),
      detail: m.shell_forbidden_text(),
    })
  }
}
