import { type Browser, expect, type Page, test } from '@playwright/test'
import { type Api, apiOf } from '../support/api.ts'
import { type Desk, deskOf } from '../support/desk.ts'
import { isoDay, pdf, typedDay } from '../support/documents.ts'
import { office } from '../support/furnish.ts'

/*
 * Every figure opens the list it counts, and that list holds exactly as many: in each grouping, by
 * each basis, in the table and in the charts. What is counted is of a leader of this test's own, so
 * that nothing moves while it looks.
 */

const groupings = [
  'unit',
  'unitType',
  'leader',
  'kind',
  'specialist',
  'month',
  'quarter',
  'year',
  'status',
]
const bases = ['issued', 'due', 'active']

let api: Api
let leader: { id: string; name: string }

test.describe.configure({ mode: 'serial' })

test.beforeAll(async () => {
  const admin = await apiOf('admin')
  leader = await admin.post('/leaders', { name: 'Lê Văn Thống', position: 'Phó Chủ tịch' })
  api = await apiOf('chuyenvien')
  const { soXayDung, soYTe, xaTanHong } = office().units
  await order('501', -70, [
    { dueOn: isoDay(-45), unitIds: [soXayDung.id, soYTe.id] },
    { dueOn: isoDay(-12), unitIds: [xaTanHong.id] },
  ])
  await order('502', -40, [
    { dueOn: isoDay(-20), unitIds: [xaTanHong.id, soYTe.id] },
    { dueOn: isoDay(1), unitIds: [soXayDung.id] },
    { dueOn: isoDay(40), unitIds: [soXayDung.id, soYTe.id] },
  ])
})

async function order(number: string, issued: number, tasks: object[]): Promise<void> {
  const file = await api.upload(await pdf(`van-ban-${number}`))
  await api.post('/directives', {
    kind: 'official_letter',
    title: `Công văn số ${number} để thống kê`,
    number,
    symbol: 'UBND-TK',
    abstract: 'Giao nhiệm vụ để thống kê',
    issuedOn: isoDay(issued),
    directedById: leader.id,
    signedBy: leader.name,
    files: [{ fileId: file.id, role: 'signed_document' }],
    tasks: tasks.map((task, index) => ({ content: `Nhiệm vụ ${number}.${index + 1}`, ...task })),
  })
}

const desks: Desk[] = []
const at = async (browser: Browser, username: string): Promise<Page> => {
  const desk = await deskOf(browser, username)
  desks.push(desk)
  return desk.page
}
test.afterEach(async () => {
  for (const desk of desks.splice(0)) await desk.close()
})

test('every figure of every grouping and basis is as long as its list', async ({ browser }) => {
  test.slow()
  const page = await at(browser, 'tonghop')
  const period = `from=${isoDay(-50)}&to=${isoDay(50)}`
  for (const basis of bases) {
    for (const groupBy of groupings) {
      await page.goto(
        `/thong-ke?groupBy=${groupBy}&basis=${basis}&${period}&directedById=${leader.id}`,
      )
      await expect(page.getByRole('row', { name: /^Cộng/ })).toBeVisible()
      await expect(page.locator('main [aria-busy="true"]')).toHaveCount(0)
      const figures = await figuresOn(page)
      expect(figures.length, `${groupBy} by ${basis}`).toBeGreaterThan(5)
      const lists = await Promise.all(figures.map(({ href }) => lengthOf(href)))
      expect(figures.map(({ href }, index) => [href, lists[index]])).toEqual(
        figures.map(({ href, count }) => [href, count]),
      )
    }
  }
})

/** Each figure with its list: of all tables, and of the charts, whose parts say what they count. */
async function figuresOn(page: Page): Promise<{ href: string; count: number }[]> {
  const found = await page.locator('main a[href^="/nhiem-vu"]').evaluateAll((links) =>
    links.map((link) => ({
      href: link.getAttribute('href') ?? '',
      said:
        link.getAttribute('aria-label')?.split(': ').pop() ?? link.firstChild?.textContent ?? '',
    })),
  )
  return found.map(({ href, said }) => ({ href, count: Number(said) }))
}

/** How many the list holds that is opened under this address; charts and tables share theirs. */
function lengthOf(href: string): Promise<number> {
  const { searchParams } = new URL(href, 'http://here.invalid')
  searchParams.set('role', 'lead')
  searchParams.set('limit', '1')
  const asked = lengths.get(href)
  if (asked) return asked
  const length = api
    .get<{ total: number }>(`/assignments?${searchParams}`)
    .then(({ total }) => total)
  lengths.set(href, length)
  return length
}

const lengths = new Map<string, Promise<number>>()

test('the list behind a figure says in words what it holds, and counts the same', async ({
  browser,
}) => {
  const page = await at(browser, 'lanhdao')
  await page.goto(`/thong-ke?basis=due&to=${isoDay(0)}&directedById=${leader.id}`)
  const row = page.getByRole('row', { name: /^Cộng/ })
  const overdue = row.getByRole('cell').nth(4).getByRole('link')
  await expect(overdue).toHaveText(/^5/)
  await overdue.click()
  await expect(page.getByText('5 kết quả')).toBeVisible()
  const conditions = page.getByRole('list', { name: 'Điều kiện đang áp dụng' })
  await expect(conditions).toContainText('Tình trạng: Quá hạn')
  await expect(conditions).toContainText(`Hạn hiệu lực: đến ${typedDay(0)}`)
  await expect(conditions).toContainText(`Người chỉ đạo: ${leader.name}`)
  await conditions.getByRole('link', { name: /Bỏ điều kiện: Tình trạng/ }).click()
  await expect(conditions).not.toContainText('Tình trạng')
})

test('a chart is read and opened by keyboard alone', async ({ browser }) => {
  const page = await at(browser, 'lanhdao')
  await page.goto(`/thong-ke?directedById=${leader.id}`)
  const chart = page.getByRole('region', { name: 'Tình hình theo đơn vị' }).getByRole('figure')
  await chart.getByRole('link').first().focus()
  await page.keyboard.press('ArrowDown')
  const focused = chart.locator('a:focus')
  const said = (await focused.getAttribute('aria-label')) ?? ''
  await expect(chart.getByText(said, { exact: true })).toBeVisible()
  await page.keyboard.press('Enter')
  await expect(page.getByText(`${said.split(': ').pop()} kết quả`)).toBeVisible()
})

test('the past is said to be the past, and leads back', async ({ browser }) => {
  const page = await at(browser, 'lanhdao')
  await page.goto(`/tong-quan?asOf=${isoDay(-1)}`)
  await expect(page.getByText('Đang xem quá khứ')).toBeVisible()
  await page.getByRole('link', { name: 'Trở về hiện tại' }).click()
  await expect(page.getByText('Đang xem quá khứ')).toHaveCount(0)
  // Another day of a time that has not come is refused in words, with a way out.
  await page.goto(`/thong-ke?asOf=${isoDay(5)}`)
  await expect(page.getByRole('alert')).toContainText('Thời điểm chưa đến')
  await page.getByRole('alert').getByRole('link', { name: 'Trở về hiện tại' }).click()
  await expect(page.getByRole('alert')).toHaveCount(0)
})
