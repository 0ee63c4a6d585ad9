import { randomUUID } from 'node:crypto'
import { expect } from 'vitest'
import type { Client, TestApp } from './app.ts'
import { makePdf } from './signed-pdf.ts'

/** Uploads a file as a browser does. */
export async function upload(
  { app }: TestApp,
  client: Client,
  content: Buffer,
  { name = 'van-ban.pdf', headers = {} }: { name?: string; headers?: Record<string, string> } = {},
) {
  const boundary = randomUUID()
  const head = `--${boundary}\r\nContent-Disposition: form-data; name="file"; filename="${name}"\r\nContent-Type: application/octet-stream\r\n\r\n`
  const payload = Buffer.concat([
    Buffer.from(head),
    content,
    Buffer.from(`\r\n--${boundary}--\r\n`),
  ])
  return app.inject({
    method: 'POST',
    url: '/api/v1/files',
    headers: {
      ...client.headers,
      ...headers,
      'content-type': `multipart/form-data; boundary=${boundary}`,
    },
    payload,
  })
}

/** A PDF of the client's own, ready to be attached as the signed document. */
export async function signedFile(test: TestApp, client: Client, text = 'Văn bản') {
  const answer = await upload(test, client, await makePdf(text))
  expect(answer.statusCode, answer.body).toBe(201)
  return { fileId: answer.json().id as string, role: 'signed_document' as const }
}

/** Files of tests share it: it counts where no test takes a number by hand. */
let numbers = 10_000

/** What a specialist sends; every number is new. */
export async function directiveBody(
  test: TestApp,
  specialist: Client,
  change: Record<string, unknown> = {},
) {
  const { units, leaders } = test.seed
  return {
    kind: 'conclusion_notice',
    title: 'Thông báo kết luận cuộc họp về tiến độ giải ngân vốn đầu tư công',
    number: String(++numbers),
    symbol: 'TB-VPUBND',
    abstract: 'Kết luận của Chủ tịch Ủy ban nhân dân Tỉnh',
    issuedOn: '2026-11-20',
    issuedTime: '09:00',
    directedById: leaders.chairman.id,
    signedBy: 'Trần Văn Ký',
    visibility: 'public',
    files: [await signedFile(test, specialist)],
    tasks: [
      {
        content: 'Báo cáo tiến độ giải ngân vốn đầu tư công',
        dueOn: '2026-12-05',
        unitIds: [units.unit.id],
      },
    ],
    ...change,
  }
}

/** Enters a directive and gives it back as answered. */
export async function enter(
  test: TestApp,
  specialist: Client,
  change: Record<string, unknown> = {},
) {
  const answer = await specialist.post(
    '/api/v1/directives',
    await directiveBody(test, specialist, change),
  )
  expect(answer.statusCode, answer.body).toBe(201)
  return answer.json()
}

/** What a unit sends. */
export async function reportBody(
  test: TestApp,
  unit: Client,
  change: Record<string, unknown> = {},
) {
  return {
    title: 'Báo cáo kết quả thực hiện nhiệm vụ được giao',
    number: '88',
    symbol: 'BC-SXD',
    abstract: 'Kết quả giải ngân',
    issuedOn: '2026-11-23',
    issuedTime: '08:30',
    signedBy: 'Nguyễn Văn Giám Đốc',
    summary: 'Đã hoàn thành.',
    files: [await signedFile(test, unit, 'Báo cáo')],
    ...change,
  }
}

/** Sends a report and gives the assignment back as answered. */
export async function report(
  test: TestApp,
  unit: Client,
  assignmentId: string,
  change: Record<string, unknown> = {},
) {
  const answer = await unit.post(
    `/api/v1/assignments/${assignmentId}/reports`,
    await reportBody(test, unit, change),
  )
  expect(answer.statusCode, answer.body).toBe(201)
  return answer.json()
}

/** Checks that an answer is the problem named, as RFC 9457 has it, and gives it back. */
export function expectProblem(
  answer: { statusCode: number; headers: object; body: string; json(): unknown },
  status: number,
  name: string,
) {
  expect(answer.body).toContain(`/problems/${name}`)
  expect(answer.statusCode).toBe(status)
  expect((answer.headers as Record<string, unknown>)['content-type']).toMatch(
    /^application\/problem\+json/,
  )
  const problem = answer.json() as {
    type: string
    title: string
    detail: string
    requestId: string
    errors?: { pointer: string; detail: string }[]
  }
  expect(problem).toMatchObject({ type: `/problems/${name}`, status, instance: expect.any(String) })
  expect(problem.title && problem.detail && problem.requestId).toBeTruthy()
  expect(problem.detail).not.toMatch(/\{\w+\}/)
  return problem
}
