import type { Act, Deed, NewOrder } from './acts.ts'

/** A day of March 2026 and a time of day in Việt Nam. */
const march = (day: number, time: string) =>
  new Date(`2026-03-${String(day).padStart(2, '0')}T${time}:00+07:00`)

const order = (of: Pick<NewOrder, 'key' | 'tasks'> & Partial<NewOrder>): Deed => ({
  do: 'enter',
  order: {
    recorder: 's0',
    drafter: 's0',
    kind: 'official_letter',
    leader: 'l0',
    visibility: 'public',
    issuedOn: '2026-03-02',
    issuedTime: '08:15',
    title: 'Văn bản về giao thông',
    ...of,
  },
})

const report = (life: string, issuedOn: string, issuedTime: string | null = '08:15'): Deed => ({
  do: 'report',
  life,
  issuedOn,
  issuedTime,
})

const review = (life: string, by: string, good = true): Deed => ({
  do: 'review',
  life,
  by,
  verdict: good ? 'satisfactory' : 'unsatisfactory',
})

/*
 * Lives written out by hand, in March 2026: the 7th, 8th, 14th, 15th … are weekends. Each is what the
 * comment says; the generator goes on from here.
 */
export const byHand: Act[] = (
  [
    // Issued on a Friday, entered on the Monday after: late. A unit supports.
    [
      2,
      '09:00',
      order({
        key: 'd0',
        issuedOn: '2026-02-27',
        issuedTime: '10:00',
        tasks: [
          {
            dueOn: '2026-03-10',
            leads: [
              ['a0', 'u0'],
              ['a1', 'u1'],
            ],
            supports: [['a2', 'u2']],
          },
        ],
      }),
    ],
    // Kept from the public; entered by another than who drafted it.
    [
      2,
      '14:00',
      order({
        key: 'd1',
        visibility: 'internal',
        drafter: 's1',
        kind: 'conclusion_notice',
        leader: 'l1',
        tasks: [
          {
            dueOn: '2026-03-13',
            leads: [
              ['a3', 'u0'],
              ['a4', 'u3'],
            ],
            supports: [],
          },
        ],
      }),
    ],
    // Issued after 15:00, entered the next day: in time. Due on a Saturday: effectively on the Monday.
    [
      3,
      '11:00',
      order({
        key: 'd2',
        visibility: 'metadata',
        issuedTime: '16:00',
        tasks: [
          { dueOn: '2026-03-14', leads: [['a5', 'u2']], supports: [] },
          {
            dueOn: '2026-03-20',
            leads: [
              ['a6', 'u3'],
              ['a7', 'u4'],
              ['a8', 'u1'],
            ],
            supports: [],
          },
        ],
      }),
    ],
    [3, '11:30', { do: 'receive', life: 'a0' }],
    // Early, returned, sent again late, accepted late by the reviewer, reopened, sent and accepted again.
    [4, '09:00', report('a0', '2026-03-03', '16:30')],
    [4, '23:59', review('a0', 'r0', false)],
    [12, '10:00', report('a0', '2026-03-11')],
    [16, '08:00', review('a0', 'r1')],
    [17, '08:00', { do: 'reopen', life: 'a0' }],
    [17, '09:00', report('a0', '2026-03-16', '15:01')],
    [17, '15:00', review('a0', 'r1')],
    // Sent on the stated day after its last instant but for a minute; taken back before it was accepted.
    [13, '23:59', report('a3', '2026-03-13', null)],
    [4, '10:00', { do: 'withdraw', life: 'a4' }],
    // Every field it is counted by is corrected, and it is hidden for some days.
    [5, '08:00', { do: 'editOrder', order: 'd2', change: { kind: 'other_directive' } }],
    [5, '08:01', { do: 'editOrder', order: 'd2', change: { leader: 'l1' } }],
    [5, '08:02', { do: 'editOrder', order: 'd2', change: { drafter: 's1' } }],
    [
      5,
      '08:03',
      { do: 'editOrder', order: 'd2', change: { issuedOn: '2026-02-26', issuedTime: null } },
    ],
    [5, '08:04', { do: 'editOrder', order: 'd2', change: { visibility: 'internal' } }],
    [6, '08:00', { do: 'editOrder', order: 'd2', change: { visibility: 'public' } }],
    [6, '08:01', { do: 'editOrder', order: 'd2', change: { title: 'Văn bản về thủy lợi' } }],
    // On the effective date of what was due on a Saturday: on time.
    [16, '23:00', report('a5', '2026-03-16', '14:00')],
    [17, '10:00', review('a5', 'r0')],
    // Put off with another date than asked for; refused; asked for and given by a move of the office.
    [9, '08:00', { do: 'askExtension', life: 'a6', dueOn: '2026-03-30' }],
    [9, '09:00', { do: 'decideExtension', life: 'a6', dueOn: '2026-03-27' }],
    [9, '10:00', { do: 'askExtension', life: 'a7', dueOn: '2026-04-30' }],
    [10, '08:00', { do: 'decideExtension', life: 'a7', dueOn: null }],
    [10, '09:00', { do: 'askExtension', life: 'a8', dueOn: '2026-03-24' }],
    [10, '10:00', { do: 'moveDueDate', life: 'a8', dueOn: '2026-03-25' }],
    [11, '08:00', { do: 'moveDueDate', life: 'a7', dueOn: '2026-03-18' }],
    // The day it is due is taken off, and given back.
    [18, '08:00', { do: 'setDay', date: '2026-03-25', kind: 'off' }],
    [19, '08:00', { do: 'setDay', date: '2026-03-21', kind: 'make_up' }],
    [24, '08:00', { do: 'setDay', date: '2026-03-25', kind: 'working' }],
    [11, '09:00', { do: 'setDueSoon', days: 5 }],
    [11, '10:00', { do: 'editUnit', unit: 'u3', name: 'Ủy ban nhân dân phường Mới', type: 'ward' }],
    [11, '10:30', { do: 'renameLeader', leader: 'l0', name: 'Nguyễn Văn Đức Anh' }],
    [11, '10:31', { do: 'renameAccount', account: 's1', name: 'Người soạn thảo mới' }],
    // One is renamed by a new one in its place, one merged into another: the open move, the rest stay.
    [20, '08:00', { do: 'succeed', units: ['u3'], successor: 'u6', made: { type: 'commune' } }],
    [20, '09:00', { do: 'succeed', units: ['u4'], successor: 'u5', made: null }],
    [23, '08:00', report('a6', '2026-03-20')],
    // Taken back as a whole: what waits for its verdict too; then nothing of it is measured.
    [26, '08:00', { do: 'withdrawOrder', order: 'd1' }],
  ] as [number, string, Deed][]
)
  .map(([day, time, deed]) => ({ at: march(day, time), ...deed }))
  .sort((a, b) => a.at.getTime() - b.at.getTime())
