import { foldText } from '@dunghan/domain'
import { v7 as newId } from 'uuid'
import { expect } from 'vitest'
import type { Client, TestApp } from '../app.ts'
import { enter, report, signedFile } from '../line.ts'
import type { Act, NewOrder } from './acts.ts'
import type { Beginning } from './chronicle.ts'
import { specialists } from './story.ts'

type FileUse = Awaited<ReturnType<typeof signedFile>>

/** Plays acts through the API, and knows what the API calls what the story names. */
export interface Player {
  beginning: Beginning
  play(act: Act): Promise<void>
  /** The name in the story of an id or a code of the product. */
  nameOf(key: string): string
  idOf(name: string): string
  codeOf(name: string): string
  office: Client
  unit(name: string): Promise<Client>
}

const unitTypes = ['department', 'department', 'agency', 'commune', 'commune', 'ward'] as const

/** Six units, two leaders, two specialists and two reviewers. */
export async function createPlayer(api: TestApp): Promise<Player> {
  const { prisma } = api.deps.database
  const { accounts, units, leaders } = api.seed
  const ids = new Map<string, string>()
  const codes = new Map<string, string>()
  const names = new Map<string, string>()
  const name = (key: string, ...called: string[]) => {
    ids.set(key, called[0] as string)
    if (called[1]) codes.set(key, called[1])
    for (const one of called) names.set(one, key)
  }
  const idOf = (key: string) => ids.get(key) ?? key
  const { passwordHash } = await prisma.account.findFirstOrThrow()
  const addAccount = async (displayName: string, role: string, unitId: string | null) => {
    const id = newId()
    const [username, searchText] = [`nguoi-${id}`, foldText(displayName)]
    const data = { id, username, displayName, searchText, roles: [role], unitId, passwordHash }
    const createdAt = new Date('2020-01-01')
    await prisma.account.create({ data: { ...data, createdAt, mustChangePassword: false } })
    return id
  }
  const beginning: Beginning = { units: new Map(), leaders: new Map(), accounts: new Map() }
  const people = { s0: accounts.specialist, r0: accounts.reviewer }
  for (const [key, { id, displayName }] of Object.entries(people)) {
    name(key, id)
    beginning.accounts.set(key, displayName)
  }
  for (const [key, role] of [
    ['s1', 'specialist'],
    ['r1', 'reviewer'],
  ] as const) {
    name(key, await addAccount(`Người ${key}`, role, null))
    beginning.accounts.set(key, `Người ${key}`)
  }
  for (const [key, leader] of [
    ['l0', leaders.chairman],
    ['l1', leaders.deputy],
  ] as const) {
    name(key, leader.id)
    beginning.leaders.set(key, leader.name)
  }
  for (const [i, type] of unitTypes.entries()) {
    const key = `u${i}`
    const given = [units.unit, units.otherUnit][i]
    const unit = given ?? { id: newId(), code: `don-vi-${key}`, name: `Đơn vị ${key}` }
    name(key, unit.id, unit.code)
    beginning.units.set(key, { name: unit.name, type, successor: null })
    if (given) {
      await prisma.unit.update({ where: { id: unit.id }, data: { type } })
      continue
    }
    await prisma.unit.create({
      data: { ...unit, shortName: unit.name, type, searchText: foldText(unit.name) },
    })
    await addAccount(unit.name, 'unit', unit.id)
  }

  const clients = new Map<string, Promise<Client>>()
  const signIn = (key: string, accountId: () => Promise<string>) => {
    const client = clients.get(key) ?? accountId().then((id) => api.signInAs(id))
    clients.set(key, client)
    return client
  }
  const of = (key: string) => signIn(key, async () => idOf(key))
  const unit = (key: string) =>
    signIn(key, async () => {
      const unitId = idOf(key)
      return (await prisma.account.findFirstOrThrow({ where: { unitId } })).id
    })
  const files = new Map<string, FileUse>()
  const paper = async (key: string, client: Client) => {
    const use = files.get(key) ?? (await signedFile(api, client, `Văn bản của ${key}`))
    files.set(key, use)
    return use
  }
  const admin = await api.signInAs('admin')
  const reviewer = await of('r0')
  const holder = async (life: string) => {
    const where = { assignmentId: idOf(life), validTo: null }
    const { unitId } = await prisma.assignmentPeriod.findFirstOrThrow({ where })
    return names.get(unitId) as string
  }
  const lastOf = async (life: string, of: 'reports' | 'extensions') => {
    const answer = await reviewer.get(`/api/v1/assignments/${idOf(life)}`)
    return answer.json()[of].at(-1).id as string
  }
  const matching = async (client: Client, url: string) => ({
    'if-match': `"${(await client.get(url)).json().version}"`,
  })
  const reason = 'Theo chỉ đạo'
  const ok = async (asked: ReturnType<Client['get']>) => {
    const answer = await asked
    expect(answer.statusCode, answer.body).toBeLessThan(300)
    return answer.json()
  }

  async function enterOrder({ key, recorder, leader, drafter, tasks, ...fields }: NewOrder) {
    const client = await of(recorder)
    const given = (shares: [string, string][]) => shares.map(([, unitName]) => idOf(unitName))
    const order = await enter(api, client, {
      ...fields,
      files: [await paper(recorder, client)],
      directedById: idOf(leader),
      draftedById: idOf(drafter),
      tasks: tasks.map(({ dueOn, leads, supports }) => ({
        content: 'Báo cáo kết quả thực hiện',
        dueOn,
        unitIds: given(leads),
        supportUnitIds: given(supports),
      })),
    })
    name(key, order.id)
    for (const [i, { leads, supports }] of tasks.entries()) {
      const where = { taskId: order.tasks[i].id }
      const made = await prisma.assignmentPeriod.findMany({ where })
      for (const [life, unitName] of [...leads, ...supports]) {
        const own = made.find(({ unitId }) => unitId === idOf(unitName))
        name(life, own?.assignmentId as string)
      }
    }
  }

  async function play(act: Act): Promise<void> {
    api.clock.set(act.at)
    const life = 'life' in act ? `/api/v1/assignments/${idOf(act.life)}` : ''
    switch (act.do) {
      case 'enter':
        return enterOrder(act.order)
      case 'receive':
        return ok((await unit(await holder(act.life))).post(`${life}/receipt`))
      case 'report': {
        const key = await holder(act.life)
        const client = await unit(key)
        const { issuedOn, issuedTime } = act
        const sent = { issuedOn, issuedTime, files: [await paper(key, client)] }
        return report(api, client, idOf(act.life), sent)
      }
      case 'review': {
        const url = `/api/v1/reports/${await lastOf(act.life, 'reports')}/review`
        return ok((await of(act.by)).post(url, { verdict: act.verdict, comment: reason }))
      }
      case 'reopen':
        return ok(reviewer.post(`${life}/reopening`, { reason }))
      case 'withdraw':
        return ok(reviewer.post(`${life}/withdrawal`, { reason }))
      case 'withdrawOrder':
        return ok(
          (await owner(act.order)).post(`/api/v1/directives/${idOf(act.order)}/withdrawal`, {
            reason,
          }),
        )
      case 'editOrder': {
        const { leader, drafter, ...rest } = act.change
        const url = `/api/v1/directives/${idOf(act.order)}`
        const client = await owner(act.order)
        const body = {
          ...rest,
          ...(leader && { directedById: idOf(leader) }),
          ...(drafter && { draftedById: idOf(drafter) }),
        }
        return ok(client.patch(url, body, await matching(client, url)))
      }
      case 'askExtension': {
        const client = await unit(await holder(act.life))
        return ok(client.post(`${life}/extensions`, { dueOn: act.dueOn, reason }))
      }
      case 'decideExtension': {
        const url = `/api/v1/extensions/${await lastOf(act.life, 'extensions')}/decision`
        const { dueOn } = act
        const body = dueOn
          ? { decision: 'approved', dueOn }
          : { decision: 'rejected', comment: reason }
        return ok(reviewer.post(url, body))
      }
      case 'moveDueDate':
        return ok(
          reviewer.put(
            `${life}/due-date`,
            { dueOn: act.dueOn, reason },
            await matching(reviewer, life),
          ),
        )
      case 'setDay': {
        const year = await matching(admin, `/api/v1/calendar/${act.date.slice(0, 4)}`)
        const body = { kind: act.kind, name: 'Theo thông báo', reason }
        return ok(admin.put(`/api/v1/calendar/days/${act.date}`, body, year))
      }
      case 'setDueSoon': {
        const { version, ...values } = (await admin.get('/api/v1/settings')).json()
        const body = { ...values, dueSoonDays: act.days }
        return ok(admin.put('/api/v1/settings', body, { 'if-match': `"${version}"` }))
      }
      case 'editUnit': {
        const url = `/api/v1/units/${idOf(act.unit)}`
        const body = { name: act.name, shortName: act.name, type: act.type }
        return ok(admin.patch(url, body, await matching(admin, url)))
      }
      case 'succeed':
        return succeed(act)
      case 'renameLeader': {
        const id = idOf(act.leader)
        const version = (await prisma.leader.findUniqueOrThrow({ where: { id } })).version
        return ok(
          admin.patch(`/api/v1/leaders/${id}`, { name: act.name }, { 'if-match': `"${version}"` }),
        )
      }
      case 'renameAccount': {
        const id = idOf(act.account)
        const version = (await prisma.account.findUniqueOrThrow({ where: { id } })).version
        const body = { displayName: act.name }
        return ok(admin.patch(`/api/v1/accounts/${id}`, body, { 'if-match': `"${version}"` }))
      }
    }
  }

  /** Somebody whose the order is. */
  async function owner(order: string): Promise<Client> {
    const { draftedById } = await prisma.directive.findUniqueOrThrow({ where: { id: idOf(order) } })
    return of(specialists.find((key) => idOf(key) === draftedById) as string)
  }

  async function succeed({ units: ending, successor, made, at }: Act & { do: 'succeed' }) {
    const code = `don-vi-${successor}`
    await ok(
      admin.post('/api/v1/units/succession', {
        unitIds: ending.map(idOf),
        successor: made
          ? { code, name: successor, shortName: successor, type: made.type }
          : { id: idOf(successor) },
        endsOn: new Date(at.getTime() + 7 * 3_600_000).toISOString().slice(0, 10),
        reason,
      }),
    )
    if (!made) return
    const { id } = await prisma.unit.findUniqueOrThrow({ where: { code } })
    name(successor, id, code)
    await addAccount(successor, 'unit', id)
  }

  const nameOf = (key: string) => names.get(key) ?? key
  const codeOf = (key: string) => codes.get(key) ?? key
  return { beginning, play, nameOf, idOf, codeOf, office: await api.signInAs('leader'), unit }
}
