import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Client, startTestApp, type TestApp } from './support/app.ts'

let api: TestApp
let unit: Client

beforeAll(async () => {
  api = await startTestApp()
  unit = await api.signInAs('unit')
})
afterAll(() => api.close())

const preview = async (body: object, language = 'vi') =>
  (await unit.post('/api/v1/due-date-preview', body, { 'accept-language': language })).json()

describe('a due date explained', () => {
  test('that falls on a Sunday', async () => {
    expect(
      await preview({ dueOn: '2026-12-20', issuedOn: '2026-11-20', issuedTime: '15:20' }),
    ).toEqual({
      dueOn: '2026-12-20',
      effectiveDueOn: '2026-12-21',
      // 23/11 to 21/12 but the 24th of November, Ngày Văn hóa Việt Nam.
      workingDays: 20,
      // Friday after three: by the end of Monday.
      entryDeadlineAt: '2026-11-23T17:00:00.000Z',
      explanation:
        '20/12/2026 là Chủ nhật; hạn hiệu lực thứ Hai 21/12/2026; ' +
        'không tính ngày nghỉ 24/11/2026 (Ngày Văn hóa Việt Nam)',
      provisionalYears: [],
    })
  })

  test('counted from today, in Việt Nam, without a day of issue', async () => {
    api.clock.set('2026-12-17T17:00:00.000Z') // 00:00 on Friday the 18th
    const answer = await preview({ dueOn: '2026-12-20' })
    expect(answer).toMatchObject({
      workingDays: 1,
      entryDeadlineAt: null,
      explanation: '20/12/2026 là Chủ nhật; hạn hiệu lực thứ Hai 21/12/2026',
    })
  })

  test('in English', async () => {
    const { explanation } = await preview({ dueOn: '2026-12-20' }, 'en')
    expect(explanation).toBe('20/12/2026 is a Sunday; the effective due date is Monday 21/12/2026')
  })

  test('that is a working day', async () => {
    const { explanation } = await preview({ dueOn: '2026-12-21' })
    expect(explanation).toBe('21/12/2026 là thứ Hai, ngày làm việc; hạn hiệu lực đúng ngày này')
  })

  test('over holidays, naming each', async () => {
    const { effectiveDueOn, explanation } = await preview({
      dueOn: '2024-04-28',
      issuedOn: '2024-04-26',
    })
    expect(effectiveDueOn).toBe('2024-05-02')
    expect(explanation).toBe(
      '28/04/2024 là Chủ nhật; qua ngày nghỉ 29/04/2024 (Nghỉ hoán đổi, làm bù thứ Bảy 04/05/2024), ' +
        '30/04/2024 (Ngày Chiến thắng), 01/05/2024 (Ngày Quốc tế lao động); hạn hiệu lực thứ Năm 02/05/2024',
    )
  })

  test('with a make-up day among the days counted, and one that is the due date', async () => {
    const counted = await preview({ dueOn: '2024-05-06', issuedOn: '2024-05-02' })
    expect(counted).toMatchObject({ workingDays: 3 })
    expect(counted.explanation).toContain('tính cả ngày làm bù thứ Bảy 04/05/2024')
    const itself = await preview({ dueOn: '2024-05-04', issuedOn: '2024-05-02' })
    expect(itself.explanation).toBe('04/05/2024 là thứ Bảy làm bù; hạn hiệu lực đúng ngày này')
  })

  test('in a year whose calendar is not announced', async () => {
    const { explanation } = await preview({ dueOn: '2031-01-29', issuedOn: '2031-01-20' })
    expect(explanation).toContain(
      'lịch nghỉ năm 2031 mới tính theo luật, chưa có thông báo chính thức',
    )
  })

  test('over Tết, as one stretch', async () => {
    const { explanation } = await preview({ dueOn: '2026-02-25', issuedOn: '2026-02-10' })
    expect(explanation).toContain('không tính ngày nghỉ 15/02–20/02/2026 (Tết Nguyên đán)')
  })

  test('before today counts backwards', async () => {
    expect((await preview({ dueOn: '2026-12-15', issuedOn: '2026-12-18' })).workingDays).toBe(-3)
  })

  test('outside the years of the calendar is refused', async () => {
    const outside = await preview({ dueOn: '2150-01-01', issuedOn: '1999-12-31' })
    expect(outside.type).toBe('/problems/outside-calendar')
    expect(outside.errors).toMatchObject([{ pointer: '/dueOn' }, { pointer: '/issuedOn' }])
    expect((await preview({ dueOn: '2026-02-30' })).errors).toMatchObject([{ pointer: '/dueOn' }])
  })

  test('by the day the office has set', async () => {
    await api.deps.database.prisma.calendarChange.create({
      data: {
        version: 2,
        recordedAt: api.clock.now,
        days: [{ date: '2026-12-21', kind: 'off', name: 'Nghỉ vì bão' }],
        reason: 'Bão số 9',
      },
    })
    api.clock.set('2026-12-18T02:00:00.000Z')
    const { explanation } = await preview({ dueOn: '2026-12-20' })
    expect(explanation).toBe(
      '20/12/2026 là Chủ nhật; qua ngày nghỉ 21/12/2026 (Nghỉ vì bão); hạn hiệu lực thứ Ba 22/12/2026',
    )
  })
})

describe('a year of the calendar', () => {
  test('lists its days off and make-up days', async () => {
    const { year, basis, days } = (await unit.get('/api/v1/calendar/2024')).json()
    expect({ year, basis }).toEqual({ year: 2024, basis: 'announced' })
    expect(days).toContainEqual({
      date: '2024-04-30',
      kind: 'off',
      name: 'Ngày Chiến thắng',
      overridden: false,
    })
    expect(days).toContainEqual(expect.objectContaining({ date: '2024-05-04', kind: 'make_up' }))
  })

  test.each(['1999', '2061', '99999', '-5', '1e30'])('%s is not one', async (year) => {
    const answer = await unit.get(`/api/v1/calendar/${year}`)
    expect([400, 422]).toContain(answer.statusCode)
  })
})
