import { adminPassword } from './server.ts'

export const password = 'mật khẩu để thử 2026'

/** Those who act in the tests, by their user names, and where they belong. */
export interface Office {
  units: Record<
    'soXayDung' | 'soYTe' | 'banQuanLy' | 'xaTanHong',
    { id: string; code: string; name: string }
  >
  leaders: { id: string; name: string }[]
}

const people = [
  ['chuyenvien', 'Nguyễn Thị Lan', 'specialist'],
  ['xacnhan', 'Trần Văn Bình', 'reviewer'],
  ['tonghop', 'Lê Thị Hạnh', 'coordinator'],
  ['lanhdao', 'Phạm Văn Minh', 'leader'],
] as const

const units = {
  soXayDung: {
    code: 'so-xay-dung',
    name: 'Sở Xây dựng',
    shortName: 'Sở Xây dựng',
    type: 'department',
  },
  soYTe: { code: 'so-y-te', name: 'Sở Y tế', shortName: 'Sở Y tế', type: 'department' },
  banQuanLy: {
    code: 'ban-quan-ly-khu-kinh-te',
    name: 'Ban Quản lý Khu kinh tế',
    shortName: 'BQL Khu kinh tế',
    type: 'agency',
  },
  xaTanHong: {
    code: 'xa-tan-hong',
    name: 'Ủy ban nhân dân xã Tân Hồng',
    shortName: 'Xã Tân Hồng',
    type: 'commune',
  },
} as const

/** Sets up an office through the API, as its administrator would. */
export async function furnish(url: string): Promise<Office> {
  const call = async (method: string, path: string, body: unknown, token?: string) => {
    const answer = await fetch(`${url}/api/v1${path}`, {
      method,
      headers: {
        'content-type': 'application/json',
        ...(token ? { authorization: `Bearer ${token}` } : {}),
      },
      body: JSON.stringify(body),
    })
    if (!answer.ok) throw new Error(`${method} ${path}: ${await answer.text()}`)
    return answer.status === 204 ? null : answer.json()
  }
  const signIn = async (username: string, secret: string) =>
    (await call('POST', '/session', { username, password: secret })).accessToken as string

  const admin = await signIn('admin', adminPassword)
  const account = async (body: object & { username: string }) => {
    const { oneTimePassword } = await call('POST', '/accounts', body, admin)
    const token = await signIn(body.username, oneTimePassword)
    await call(
      'PUT',
      '/me/password',
      { currentPassword: oneTimePassword, newPassword: password },
      token,
    )
  }

  const made = {} as Office['units']
  for (const [key, unit] of Object.entries(units) as [keyof typeof units, object][]) {
    made[key] = await call('POST', '/units', unit, admin)
    const { id, code, name } = made[key]
    await account({ username: code, displayName: name, roles: ['unit'], unitId: id } as never)
  }
  for (const [username, displayName, role] of people) {
    await account({ username, displayName, roles: [role] } as never)
  }
  const leaders = [
    await call('POST', '/leaders', { name: 'Nguyễn Văn Đức', position: 'Chủ tịch' }, admin),
    await call('POST', '/leaders', { name: 'Trần Thị Ánh', position: 'Phó Chủ tịch' }, admin),
  ]
  return { units: made, leaders }
}

export const office = (): Office => JSON.parse(process.env.E2E_OFFICE ?? '{}')

/**
 * A second office, on a server of its own: what happens to its calendar and its units disturbs no
 * figure of the first.
 */
export const changingOffice = (): Office & { url: string } => ({
  ...JSON.parse(process.env.E2E_CHANGING_OFFICE ?? '{}'),
  url: process.env.E2E_CHANGING_URL ?? '',
})

/** A made-up province with years behind it; its accounts share one password. */
export const province = () => ({
  url: process.env.E2E_PROVINCE_URL ?? '',
  password: 'dung-han-minh-hoa',
})
