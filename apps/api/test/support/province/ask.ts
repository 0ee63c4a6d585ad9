import { expect } from 'vitest'
import type { TestApp } from '../app.ts'
import type { ComplianceQuestion, Question } from './acts.ts'
import type { Player } from './player.ts'

/** A question as its address, for who asks it; without an instant it is about now. */
export function addressOf(player: Player, question: Question, asOf?: Date | string): string {
  const { groupBy, basis, view, audience, from, to, filters = {} } = question
  const { unit, leader, drafter, ...rest } = filters
  const isPublic = audience === 'public'
  const params = new URLSearchParams({ groupBy, basis, units: view })
  const set = (name: string, value: unknown) => {
    for (const one of Array.isArray(value) ? value : [value]) {
      if (one !== undefined) params.append(name, String(one))
    }
  }
  for (const [name, value] of Object.entries({ from, to, ...rest })) set(name, value)
  // To the public a unit is its code, which the office need not know.
  set(isPublic ? 'unit' : 'unitId', unit?.map(isPublic ? player.codeOf : player.idOf))
  set('directedById', leader?.map(player.idOf))
  set('draftedById', drafter?.map(player.idOf))
  set('asOf', asOf instanceof Date ? asOf.toISOString() : asOf)
  return `/api/${isPublic ? 'public/' : ''}v1/statistics?${params}`
}

export function complianceAddress(question: ComplianceQuestion, asOf?: Date): string {
  const { subject, groupBy, view, from, to } = question
  const params = new URLSearchParams({ subject, groupBy, units: view })
  for (const [name, value] of Object.entries({ from, to, asOf: asOf?.toISOString() })) {
    if (value) params.set(name, value)
  }
  return `/api/v1/statistics/compliance?${params}`
}

/** The answer to whoever asks, as it came. */
export async function answerTo(
  api: TestApp,
  player: Player,
  audience: Question['audience'],
  address: string,
): Promise<string> {
  const client =
    audience === 'public'
      ? api.anonymous
      : audience === 'office'
        ? player.office
        : await player.unit(audience.unit)
  const answer = await client.get(address)
  expect(answer.statusCode, `${address} ${answer.body}`).toBe(200)
  return answer.body
}

/** The list behind a question to the office that names no period. */
export function listAddress(player: Player, question: Question, asOf?: Date): string {
  const params = new URLSearchParams(addressOf(player, question, asOf).split('?')[1])
  for (const name of ['groupBy', 'basis']) params.delete(name)
  return `/api/v1/assignments?${params}`
}
