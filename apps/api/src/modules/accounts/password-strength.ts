import { checkPassword, type RuleBreach } from '@dunghan/domain'

/**
 * The domain's judgement of a new password, with the list of those many people use. The list is read
 * when the first password is judged: most processes never judge one.
 */
export async function passwordBreaches(
  password: string,
  { username }: { username: string },
): Promise<RuleBreach[]> {
  const { dictionary } = await import('@zxcvbn-ts/language-common')
  common ??= new Set(dictionary['passwords-common'])
  return checkPassword(password, { username, common })
}

let common: ReadonlySet<string> | undefined
