import { createHash } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'
import { civilDateAt } from '@dunghan/domain'
import type { Seed } from '../../test/support/seed.ts'
import { makePdf } from '../../test/support/signed-pdf.ts'
import { type Answer, newKey, type Sending, send, signIn } from './client.ts'
import type { Acknowledged, Ledger } from './ledger.ts'

export type Tokens = Record<'specialist' | 'unit' | 'reviewer', string>

interface Step {
  who: keyof Tokens
  what: Acknowledged['what']
  mark: string
  sha256?: string
  sending: Omit<Sending, 'token'>
  /** What the next step needs of the answer. @returns the id of what was written */
  take(answer: Answer['body']): string
}

let marks = 0

/**
 * Carries orders through their whole life, one after another: file, order, receipt, file, report,
 * verdict. A step without an answer is pressed again, with its key, whenever there is a server.
 */
export function createClerk(seed: Seed, ledger: Ledger) {
  const steps = life(seed)
  let step: Step | undefined
  let renewed = false

  return {
    /** Whether something was sent that had no answer yet. */
    waits: () => step !== undefined,

    /** Writes until `over`, or until the server is gone. */
    async work(address: string, tokens: Tokens, over: () => boolean): Promise<void> {
      while (!over()) {
        step ??= (await steps.next()).value as Step
        const answer = await send(address, { ...step.sending, token: tokens[step.who] })
        if (answer === null) {
          ledger.unanswered += 1
          return
        }
        if (answer.status >= 200 && answer.status < 300) {
          const { what, mark, sha256 } = step
          const id = step.take(answer.body)
          ledger.acknowledged.push({ what, id, mark, sha256, at: process.hrtime.bigint() })
          step = undefined
          renewed = false
        } else if (answer.status === 503 && answer.body.type === '/problems/not-ready') {
          ledger.notReady += 1
          ledger.slowestNotReady = Math.max(ledger.slowestNotReady, answer.milliseconds)
          await sleep(50)
        } else if (answer.status === 401 && !renewed) {
          // The token lived its time, or the clock says so.
          renewed = true
          tokens[step.who] = await signIn(address, step.who)
        } else {
          ledger.unexpected.push(`${step.what}: ${answer.status} ${JSON.stringify(answer.body)}`)
          step = undefined
          return
        }
      }
    },
  }
}

export type Clerk = ReturnType<typeof createClerk>

export async function signInAll(address: string): Promise<Tokens> {
  return {
    specialist: await signIn(address, 'specialist'),
    unit: await signIn(address, 'unit'),
    reviewer: await signIn(address, 'reviewer'),
  }
}

async function* life({ units, leaders }: Seed): AsyncGenerator<Step, never> {
  for (;;) {
    const mark = `fault-${process.pid}-${++marks}`
    const today = civilDateAt(new Date())
    const dueOn = civilDateAt(new Date(Date.now() + 30 * 86_400_000))
    const found = { fileId: '', assignmentId: '', reportId: '' }
    const paper = {
      number: String(marks),
      issuedOn: today,
      issuedTime: '00:00',
      signedBy: 'Trần Văn Ký',
    }
    const post = (path: string, json?: unknown) => ({ path, key: newKey(), json })
    const order = await uploading('specialist', `${mark}-a`, found)
    yield order
    yield {
      who: 'specialist',
      what: 'directive',
      mark,
      sending: post('/api/v1/directives', {
        ...paper,
        kind: 'conclusion_notice',
        title: mark,
        symbol: `TB-${process.pid}`,
        abstract: 'Thử lỗi',
        directedById: leaders.chairman.id,
        visibility: 'public',
        files: [{ fileId: found.fileId, role: 'signed_document' }],
        tasks: [{ content: mark, dueOn, unitIds: [units.unit.id] }],
      }),
      take(body) {
        const { tasks } = body as { tasks?: { assignments: { id: string }[] }[] }
        found.assignmentId = tasks?.[0]?.assignments[0]?.id ?? ''
        return String(body.id)
      },
    }
    yield {
      who: 'unit',
      what: 'receipt',
      mark,
      sending: post(`/api/v1/assignments/${found.assignmentId}/receipt`),
      take: () => found.assignmentId,
    }
    yield await uploading('unit', `${mark}-b`, found)
    yield {
      who: 'unit',
      what: 'report',
      mark,
      sending: post(`/api/v1/assignments/${found.assignmentId}/reports`, {
        ...paper,
        title: mark,
        symbol: `BC-${process.pid}`,
        files: [{ fileId: found.fileId, role: 'signed_document' }],
      }),
      take(body) {
        found.reportId = (body as { reports?: { id: string }[] }).reports?.[0]?.id ?? ''
        return found.reportId
      },
    }
    yield {
      who: 'reviewer',
      what: 'review',
      mark,
      sending: post(`/api/v1/reports/${found.reportId}/review`, { verdict: 'satisfactory' }),
      take: () => found.reportId,
    }
  }
}

async function uploading(
  who: keyof Tokens,
  mark: string,
  found: { fileId: string },
): Promise<Step> {
  const content = await makePdf(mark)
  const name = `${mark}.pdf`
  return {
    who,
    what: 'file',
    mark: name,
    sha256: createHash('sha256').update(content).digest('hex'),
    sending: { path: '/api/v1/files', key: newKey(), file: { name, content } },
    take(body) {
      found.fileId = String(body.id)
      return found.fileId
    },
  }
}
