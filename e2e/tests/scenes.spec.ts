import { type Browser, expect, type Page, test } from '@playwright/test'
import { apiOf } from '../support/api.ts'
import { deskOf } from '../support/desk.ts'
import { isoDay, pdf, typedDay } from '../support/documents.ts'
import { province } from '../support/furnish.ts'
import { provincialUnit } from '../support/furnish-province.ts'
import { type Cost, Hands } from '../support/hands.ts'

/*
 * The ways of working the product must serve, each played once by the one it is for, with the hands
 * counted. No scene may come to need more of them; how fast a machine plays it is only told.
 */

test.describe.configure({ mode: 'serial' })

const played: Cost[] = []
/** Another one each time it is tried: a document is entered once. */
const number = String(1000 + (Date.now() % 9000))
const title = 'Kết luận của Chủ tịch UBND Tỉnh về bảo vệ vụ lúa Đông Xuân'
const tasks = [
  `Rà soát, gia cố đê bao theo Thông báo ${number}`,
  'Bố trí kinh phí gia cố đê bao xung yếu',
  'Kiểm tra cống, trạm bơm phục vụ tưới tiêu',
  'Tuyên truyền lịch thời vụ đến từng xã',
  'Dự phòng giống, vật tư cho vùng ngập',
  'Tổng hợp, báo cáo tiến độ xuống giống',
]
/** Nine units for six tasks, as the specialist's table names them. */
const units = [
  'Sở Nông nghiệp và Môi trường; Sở Xây dựng',
  'Sở Tài chính',
  'Sở Công Thương; Sở Khoa học và Công nghệ',
  'Sở Văn hóa, Thể thao và Du lịch',
  'Sở Y tế; Sở Nội vụ',
  'Sở Tư pháp',
]

/** Enough waits that what is reviewed here leaves some for whoever looks at the queue. */
test.beforeAll(async () => {
  const { url, password } = province()
  const [specialist, unit] = await Promise.all([
    apiOf('chuyenvien', url, password),
    apiOf(provincialUnit, url, password),
  ])
  const { unit: own } = await unit.get<{ unit: { id: string } }>('/me')
  const leaders = await specialist.get<{ items: { id: string }[] }>('/leaders')
  const order = await specialist.upload(await pdf(`van-ban-${number}`))
  const { id } = await specialist.post<{ id: string }>('/directives', {
    kind: 'official_letter',
    title: 'Công văn về phòng chống lũ',
    number,
    symbol: 'UBND-KT',
    abstract: 'Giao nhiệm vụ phòng chống lũ',
    issuedOn: isoDay(0),
    directedById: leaders.items[0]?.id,
    signedBy: 'Trần Văn Ký',
    files: [{ fileId: order.id, role: 'signed_document' }],
    tasks: ['đê', 'cống', 'kè'].map((what) => ({
      content: `Kiểm tra ${what} trước mùa lũ`,
      dueOn: isoDay(9),
      unitIds: [own.id],
    })),
  })
  const given = await unit.get<{ items: { id: string }[] }>(`/assignments?directiveId=${id}`)
  for (const [at, assignment] of given.items.entries()) {
    const file = await unit.upload(await pdf(`bao-cao-${number}-${at}`))
    await unit.post(`/assignments/${assignment.id}/reports`, {
      title: 'Báo cáo kết quả kiểm tra',
      number: String(100 + at),
      symbol: 'BC-SNNMT',
      issuedOn: isoDay(0),
      signedBy: 'Lê Văn Giám',
      files: [{ fileId: file.id, role: 'signed_document' }],
    })
  }
})

test('a specialist enters a notice of six tasks for nine units', async ({ browser }) => {
  await playAs(browser, 'chuyenvien', async (page) => {
    await page.goto('/tong-quan')
    const hands = new Hands(page)
    await hands.click(page.getByRole('link', { name: 'Cập nhật văn bản mới' }))
    const first = page.getByRole('textbox', { name: 'Số', exact: true })
    await first.waitFor()
    await hands.write(first, `${number}/TB-VPUBND`)
    await hands.write(page.getByRole('textbox', { name: 'Tên văn bản' }), title)
    await hands.write(page.getByRole('combobox', { name: 'Người chỉ đạo' }), 'chu tich')
    await hands.click(page.getByRole('option', { name: /Chủ tịch/ }).first())
    await hands.write(page.getByRole('combobox', { name: 'Người ký' }), 'Trần Văn Ký')
    await hands.drop(page.locator('input[type=file]').first(), await pdf(`thong-bao-${number}`))
    const row = page.getByRole('listitem', { name: 'Nhiệm vụ 1' })
    const table = tasks.map((content, at) => [content, typedDay(9 + at), units[at]].join('\t'))
    await hands.paste(row.getByRole('textbox', { name: 'Nội dung nhiệm vụ' }), table.join('\n'))
    await expect(page.getByText('6 nhiệm vụ, 9 việc giao cho đơn vị')).toBeVisible()
    await expect(page.getByText('Tệp không có chữ ký số')).toBeVisible()
    await hands.press('Control+Enter')
    await page.waitForURL(/\/van-ban\/[0-9a-f-]{36}$/)
    await expect(page.getByRole('heading', { level: 1 })).toContainText(`${number}/TB-VPUBND`)
    return hands.cost('Chuyên viên: 6 nhiệm vụ, 9 đơn vị')
  })
  within({ clicks: 3, keys: 100 })
})

test('a unit reads its order, answers it and sees the class it got', async ({ browser }) => {
  await playAs(browser, provincialUnit, async (page) => {
    await page.goto('/tong-quan')
    const hands = new Hands(page)
    await hands.click(page.getByRole('link', { name: /^\d+ Mới giao, chưa tiếp nhận/ }))
    const list = page.getByRole('table')
    await hands.click(list.getByRole('link', { name: new RegExp(tasks[0] ?? '') }).first())
    await expect(page.getByTitle(`Nội dung thong-bao-${number}.pdf`)).toBeVisible()
    await hands.click(page.getByRole('button', { name: 'Báo cáo kết quả' }))
    await page.getByRole('textbox', { name: 'Tên báo cáo' }).waitFor()
    await hands.write(page.getByRole('textbox', { name: 'Tên báo cáo' }), 'Báo cáo gia cố đê bao')
    await hands.write(page.getByRole('textbox', { name: 'Số', exact: true }), '77/BC-SNNMT')
    await hands.write(page.getByRole('textbox', { name: 'Người ký' }), 'Lê Văn Giám')
    await hands.drop(page.locator('input[type=file]').first(), await pdf('bao-cao-77'))
    await expect(page.getByText('Nếu gửi bây giờ:')).toBeVisible()
    await hands.click(page.getByRole('button', { name: 'Gửi báo cáo' }))
    await expect(page.getByRole('heading', { name: 'Đã gửi báo cáo' })).toBeVisible()
    await expect(page.getByText(/Gửi ngày .+, trước thời hạn/).first()).toBeVisible()
    return hands.cost('Đơn vị: đọc, báo cáo, xem kết quả')
  })
  within({ clicks: 5, keys: 60 })
})

test('a reviewer returns one report and accepts the next by keys alone', async ({ browser }) => {
  await playAs(browser, 'chuyenmon', async (page) => {
    await page.goto('/cho-xac-nhan')
    const waiting = page.getByText(/^\d+ báo cáo đang chờ/)
    const before = Number.parseInt((await waiting.textContent()) ?? '', 10)
    expect(before).toBeGreaterThan(1)
    const hands = new Hands(page)
    const first = page.url()
    await hands.press('k')
    await hands.type('Bổ sung số liệu từng xã.')
    await hands.press('Control+Enter')
    await expect(page.getByText('Đã trả lại báo cáo', { exact: false }).first()).toBeVisible()
    await expect(waiting).toHaveText(new RegExp(`^${before - 1} `))
    await expect(page).not.toHaveURL(first)
    const comment = page.getByRole('textbox', { name: 'Nhận xét' })
    await expect(comment).toHaveValue('')
    await expect(comment).not.toBeFocused()
    await hands.press('d')
    await hands.press('Control+Enter')
    await expect(page.getByText('Đã xác nhận đạt', { exact: false }).first()).toBeVisible()
    return hands.cost('Phòng chuyên môn: trả lại một, xác nhận một')
  })
  within({ clicks: 0, keys: 30 })
})

test('the Chairman sees how many, how late and who, and asks about a past day', async ({
  browser,
}) => {
  await playAs(browser, 'lanhdao', async (page) => {
    await page.goto('/tong-quan')
    const overdue = page.getByRole('link', { name: /^\d+ Quá hạn/ }).first()
    await expect(page.getByRole('heading', { name: 'Quá hạn theo đơn vị' })).toBeVisible()
    await expect(page.getByRole('heading', { name: 'Diễn biến theo tháng ban hành' })).toBeVisible()
    const hands = new Hands(page)
    await hands.click(overdue)
    await page.waitForURL(/\/nhiem-vu\?status=overdue/)
    await expect(page.getByRole('table').getByRole('link').first()).toBeVisible()
    await hands.back()
    await page.waitForURL(/\/tong-quan/)
    await hands.click(page.getByRole('button', { name: /Số liệu tại ngày/ }))
    const day = page.getByRole('textbox', { name: /Số liệu tại ngày/ })
    await expect(day).toBeFocused()
    await hands.type(typedDay(-30))
    await hands.press('Enter')
    await expect(page.getByText(/Đang xem quá khứ: như tại/)).toBeVisible()
    return hands.cost('Lãnh đạo: tình hình, danh sách, một ngày đã qua')
  })
  within({ clicks: 2, keys: 12 })
})

test('the coordinator previews a report, freezes it and takes it away', async ({ browser }) => {
  await playAs(browser, 'tonghop', async (page) => {
    await page.goto('/bao-cao')
    const hands = new Hands(page)
    await hands.click(page.getByRole('link', { name: 'Lập báo cáo đột xuất' }))
    await page.getByRole('textbox', { name: /Từ ngày/ }).waitFor()
    await hands.write(page.getByRole('textbox', { name: /Từ ngày/ }), typedDay(-40))
    await hands.write(page.getByRole('textbox', { name: /Đến ngày/ }), typedDay(-10))
    await hands.click(page.getByRole('button', { name: 'Xem trước' }))
    await expect(page.getByText('Bản xem trước.')).toBeVisible()
    const freeze = 'Chốt và lập báo cáo'
    await hands.click(page.getByRole('button', { name: freeze }))
    await hands.click(page.getByRole('dialog').getByRole('button', { name: freeze }))
    await page.waitForURL(/\/bao-cao\/[0-9a-f-]{36}$/)
    for (const choice of [/^Word/, /^PDF/, /^Excel/]) {
      await hands.click(page.getByRole('button', { name: 'Xuất', exact: true }))
      const saved = page.waitForEvent('download')
      await hands.click(page.getByRole('button', { name: choice }))
      await saved
    }
    return hands.cost('Tổng hợp: báo cáo, Word, PDF, Excel')
  })
  within({ clicks: 10, keys: 24 })
})

test('a citizen finds a task by words, reads its life and follows it', async ({ browser }) => {
  await playAs(browser, null, async (page) => {
    await page.goto('/')
    const search = page.getByRole('main').getByRole('searchbox')
    await search.waitFor()
    const hands = new Hands(page)
    await hands.write(search, 'gia co de bao')
    await hands.press('Enter')
    await page.waitForURL(/\/cong-khai\/nhiem-vu\?/)
    await hands.click(page.getByRole('link', { name: new RegExp(tasks[0] ?? '') }).first())
    await expect(page.getByRole('list', { name: 'Quá trình thực hiện' })).toBeVisible()
    await hands.back()
    await hands.click(page.getByRole('button', { name: 'Theo dõi' }))
    await expect(page.getByRole('textbox', { name: 'Bảng tin (Atom)' })).toHaveValue(/feed\.atom/)
    return hands.cost('Người dân: tìm, đọc, theo dõi')
  })
  within({ clicks: 2, keys: 16 })
})

test('a developer of a portal has a working call', async ({ browser }) => {
  await playAs(browser, null, async (page) => {
    await page.goto('/')
    const hands = new Hands(page)
    await hands.click(page.getByRole('link', { name: /lập trình/ }).first())
    await hands.click(page.getByRole('button', { name: /^Chạy thử/ }).first())
    await expect(page.getByText(/200/).first()).toBeVisible()
    return hands.cost('Lập trình viên: một lời gọi chạy được')
  })
  within({ clicks: 2, keys: 0 })
})

test.afterAll(async () => {
  if (played.length === 0) return
  console.table(played)
  await test.info().attach('scenes.json', {
    body: JSON.stringify(played, null, 2),
    contentType: 'application/json',
  })
})

/** At a desk of the made-up province; null is anyone. */
async function playAs(
  browser: Browser,
  who: string | null,
  scene: (page: Page) => Promise<Cost>,
): Promise<void> {
  const { url, password } = province()
  if (who === null) {
    const context = await browser.newContext({ baseURL: url, locale: 'vi-VN' })
    played.push(await scene(await context.newPage()))
    return context.close()
  }
  const desk = await deskOf(browser, who, { baseURL: url, secret: password })
  played.push(await scene(desk.page))
  await desk.close()
}

/** The scene just played needs no more than it did. */
function within({ clicks, keys }: Pick<Cost, 'clicks' | 'keys'>): void {
  const last = played.at(-1)
  expect(last?.clicks, 'clicks').toBeLessThanOrEqual(clicks)
  expect(last?.keys, 'keystrokes').toBeLessThanOrEqual(keys)
}
