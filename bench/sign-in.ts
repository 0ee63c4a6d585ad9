import { password } from './data/database.ts'

/** Headers by which an account of a filled database asks. */
export async function signIn(address: string, username: string): Promise<Record<string, string>> {
  const answer = await fetch(`${address}/api/v1/session`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ username, password }),
  })
  if (!answer.ok) throw new Error(`${username} is not let in: ${await answer.text()}`)
  const { accessToken } = (await answer.json()) as { accessToken: string }
  return { authorization: `Bearer ${accessToken}` }
}
