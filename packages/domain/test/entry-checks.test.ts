import { describe, expect, it } from 'vitest'
import {
  assertNoBreach,
  checkDirective,
  checkDueDateMove,
  checkExtension,
  checkReason,
  checkReport,
  checkReview,
  checkTask,
  type DirectiveDraft,
  type DirectiveEntryContext,
  directiveKinds,
  needsNumber,
  RuleViolation,
} from '../src/index.ts'

const draft: DirectiveDraft = {
  kind: 'conclusion_notice',
  number: '215',
  symbol: 'TB-VPUBND',
  issuedOn: '2026-11-20',
  issuedTime: '15:20',
  tasks: [{ dueOn: '2026-12-05' }, { dueOn: '2026-11-20' }],
}
const context: DirectiveEntryContext = {
  now: new Date('2026-11-20T15:30:00+07:00'),
  today: '2026-11-20',
  settings: { requireSignedDirectives: false },
  signedFile: { present: true, validSignature: false },
}

describe('entering a directive', () => {
  const found = (change: Partial<DirectiveDraft>, around: Partial<DirectiveEntryContext> = {}) =>
    checkDirective({ ...draft, ...change }, { ...context, ...around }).map(
      ({ code, pointer }) => `${code} ${pointer}`,
    )

  it('passes when all is there', () => {
    expect(found({})).toEqual([])
  })

  it.each([undefined, null, ''])('needs a due date for each task, not %j', (dueOn) => {
    expect(found({ tasks: [{ dueOn: '2026-12-05' }, { dueOn }] })).toEqual([
      'due-date-required /tasks/1/dueOn',
    ])
  })

  it('needs a task', () => {
    expect(found({ tasks: [] })).toEqual(['due-date-required /tasks'])
  })

  it('refuses a due date before the day of issue, or outside the calendar', () => {
    expect(found({ tasks: [{ dueOn: '2026-11-19' }] })).toEqual(['due-before-issue /tasks/0/dueOn'])
    expect(found({ tasks: [{ dueOn: '2061-01-01' }] })).toEqual(['outside-calendar /tasks/0/dueOn'])
    expect(found({ tasks: [{ dueOn: '2026-11-31' }] })).toEqual(['outside-calendar /tasks/0/dueOn'])
  })

  it.each(directiveKinds)('needs number and symbol unless it is an opinion poll: %s', (kind) => {
    const missing = found({ kind, number: null, symbol: '  ' })
    expect(missing).toEqual(
      needsNumber(kind) ? ['number-required /number', 'number-required /symbol'] : [],
    )
    expect(needsNumber(kind)).toBe(kind !== 'opinion_poll')
  })

  it('names the one part that is missing', () => {
    expect(found({ symbol: undefined })).toEqual(['number-required /symbol'])
  })

  it('needs the signed file, and a valid signature where the office requires it', () => {
    const strict = { settings: { requireSignedDirectives: true } }
    expect(found({}, { signedFile: { present: false, validSignature: false } })).toEqual([
      'signed-file-required /files',
    ])
    expect(found({}, strict)).toEqual(['signature-required /files'])
    expect(found({}, { ...strict, signedFile: { present: true, validSignature: true } })).toEqual(
      [],
    )
    expect(found({}, { ...strict, signedFile: { present: false, validSignature: false } })).toEqual(
      ['signed-file-required /files'],
    )
  })

  it('refuses what was issued in the future', () => {
    const tasks = [{ dueOn: '2026-12-05' }]
    expect(found({ tasks, issuedOn: '2026-11-21', issuedTime: null })).toEqual([
      'issued-in-future /issuedOn',
    ])
    expect(found({ tasks, issuedTime: '15:31' })).toEqual(['issued-in-future /issuedTime'])
    expect(found({ tasks, issuedTime: '15:30:01' })).toEqual(['issued-in-future /issuedTime'])
    expect(found({ tasks, issuedTime: '15:30' })).toEqual([])
    expect(found({ tasks, issuedTime: null })).toEqual([])
    expect(found({ tasks, issuedOn: '2026-11-19', issuedTime: '23:59' })).toEqual([])
  })

  it('takes the day from the hour here, not from UTC', () => {
    const midnight = { now: new Date('2026-11-20T17:00:00Z'), today: undefined }
    expect(
      found(
        { issuedOn: '2026-11-21', issuedTime: '00:00', tasks: [{ dueOn: '2026-12-05' }] },
        midnight,
      ),
    ).toEqual([])
  })

  it('names every breach at once', () => {
    const breaches = found(
      { number: '', issuedOn: '1999-12-31', tasks: [{}] },
      { signedFile: { present: false, validSignature: false } },
    )
    expect(breaches).toEqual([
      'number-required /number',
      'outside-calendar /issuedOn',
      'signed-file-required /files',
      'due-date-required /tasks/0/dueOn',
    ])
  })

  it('reaches from the first day of the calendar to the last', () => {
    const tasks = [{ dueOn: '2000-01-01' }, { dueOn: '2060-12-31' }]
    expect(found({ issuedOn: '2000-01-01', tasks })).toEqual([])
  })

  it('checks a task that is added later', () => {
    expect(checkTask({ dueOn: '2026-11-20' }, { issuedOn: '2026-11-20' })).toEqual([])
    expect(checkTask({ dueOn: '2026-11-19' }, { issuedOn: '2026-11-20' })).toEqual([
      {
        code: 'due-before-issue',
        pointer: '/dueOn',
        params: { dueOn: '2026-11-19', issuedOn: '2026-11-20' },
      },
    ])
  })
})

describe('entering a report', () => {
  const report = { number: '88', symbol: 'BC-SXD', issuedOn: '2026-11-20', issuedTime: '09:00' }
  const { now } = context

  it('needs its number, its signed or scanned file, and a day of issue that has come', () => {
    expect(checkReport(report, { now, hasSignedFile: true })).toEqual([])
    const bad = { ...report, number: null, issuedOn: '2026-11-21' }
    expect(checkReport(bad, { now, hasSignedFile: false }).map(({ code }) => code)).toEqual([
      'number-required',
      'issued-in-future',
      'signed-file-required',
    ])
  })
})

describe('a verdict', () => {
  it.each<[Parameters<typeof checkReview>[0], string[]]>([
    [{ verdict: 'satisfactory' }, []],
    [{ verdict: 'unsatisfactory', comment: 'Thiếu phụ lục' }, []],
    [{ verdict: 'unsatisfactory' }, ['comment-required']],
    [{ verdict: 'unsatisfactory', comment: ' \n ' }, ['comment-required']],
  ])('%j', (review, codes) => {
    expect(checkReview(review).map(({ code }) => code)).toEqual(codes)
  })
})

describe('changing a due date', () => {
  const currentDueOn = '2026-12-05'
  const codes = (breaches: { code: string }[]) => breaches.map(({ code }) => code)

  it('asks for a later date and a reason', () => {
    const reason = 'Chờ ý kiến Bộ'
    expect(checkExtension({ dueOn: '2026-12-06', currentDueOn, reason })).toEqual([])
    expect(codes(checkExtension({ dueOn: '2026-12-05', currentDueOn, reason }))).toEqual([
      'due-date-not-later',
    ])
    expect(codes(checkExtension({ dueOn: null, currentDueOn, reason: ' ' }))).toEqual([
      'due-date-required',
      'reason-required',
    ])
    expect(codes(checkExtension({ dueOn: '2061-01-01', currentDueOn, reason }))).toEqual([
      'outside-calendar',
    ])
  })

  it('is for the office either way, but not before the issue, and with a reason', () => {
    const issuedOn = '2026-11-20'
    expect(checkDueDateMove({ dueOn: '2026-11-20', issuedOn, reason: 'Họp sớm' })).toEqual([])
    expect(codes(checkDueDateMove({ dueOn: '2026-11-19', issuedOn, reason: '' }))).toEqual([
      'due-before-issue',
      'reason-required',
    ])
    expect(checkReason('', '/tasks/0/reason')).toEqual([
      { code: 'reason-required', pointer: '/tasks/0/reason' },
    ])
  })
})

describe('a rule violation', () => {
  it('is thrown for any breach, and carries all', () => {
    expect(() => assertNoBreach([])).not.toThrow()
    const breaches = [...checkReason(null), ...checkReview({ verdict: 'unsatisfactory' })]
    try {
      assertNoBreach(breaches)
      expect.unreachable()
    } catch (error) {
      expect(error).toBeInstanceOf(RuleViolation)
      expect(error).toMatchObject({ name: 'RuleViolation', code: 'reason-required', breaches })
      expect((error as Error).message).toBe(
        'reason-required at /reason; comment-required at /comment',
      )
    }
  })

  it('can be made from one code', () => {
    const violation = new RuleViolation(
      'no-working-day',
      { date: '2026-06-01', days: 60 },
      '/dueOn',
    )
    expect(violation.breaches).toEqual([
      { code: 'no-working-day', pointer: '/dueOn', params: { date: '2026-06-01', days: 60 } },
    ])
    expect(violation.message).toBe('no-working-day at /dueOn date=2026-06-01 days=60')
    expect(() => new RuleViolation([])).toThrow(TypeError)
  })
})
