import {
  type CivilDate,
  formatCivilDate,
  formatDocumentNumber,
  type NotificationKind,
  noFacts,
  shortText,
  type WorkCalendar,
  weekdayName,
  workingDaysLeft,
} from '@dunghan/domain'
import { deskPages, deskPathOf } from './desk-links.ts'
import { digestHtml } from './digest-html.ts'
import { digestText } from './digest-text.ts'
import { digestWords } from './digest-words.ts'
import type { MailedNotification } from './mails.store.ts'

/** What a mail is written by, besides what it tells of. */
export interface DigestGround {
  calendar: WorkCalendar
  today: CivilDate
  publicUrl: string
  receiver: string
}

/** One thing told, in words: what it is about, what there is to know of it, and where it stands. */
export interface DigestLine {
  title: string
  details: string[]
  url: string
}

export interface DigestGroup {
  heading: string
  lines: DigestLine[]
  /** How many more of the kind there are than lines. */
  more: number
}

export interface Digest {
  subject: string
  receiver: string
  groups: DigestGroup[]
  notificationsUrl: string
  settingsUrl: string
}

const mostLines = 50
const mostInSubject = 3
const longestTask = 160
const longestNote = 300

/** A mail about all of these, in the words of the office; from it alone nothing internal is learnt. */
export function writeDigest(told: MailedNotification[], ground: DigestGround) {
  const digest = digestOf(told, ground)
  return { subject: digest.subject, text: digestText(digest), html: digestHtml(digest) }
}

function digestOf(told: MailedNotification[], ground: DigestGround): Digest {
  const { publicUrl, receiver } = ground
  const kinds = (Object.keys(digestWords) as NotificationKind[])
    .map((kind) => ({ kind, of: told.filter((one) => one.kind === kind) }))
    .filter(({ of }) => of.length > 0)
  return {
    subject: subjectOf(kinds),
    receiver,
    groups: kinds.map(({ kind, of }) => ({
      heading: digestWords[kind].heading,
      lines: of.slice(0, mostLines).map((one) => lineOf(one, ground)),
      more: Math.max(0, of.length - mostLines),
    })),
    notificationsUrl: publicUrl + deskPages.notifications,
    settingsUrl: publicUrl + deskPages.notificationSettings,
  }
}

/** `[Đúng Hạn] 3 việc mới, 1 việc quá hạn`: figures and our own words, nothing anybody typed. */
function subjectOf(kinds: { kind: NotificationKind; of: MailedNotification[] }[]): string {
  const counted = kinds.map(({ kind, of }) => {
    const count = of.reduce((sum, one) => sum + one.count, 0)
    return `${count} ${digestWords[kind].counted}`
  })
  const rest = kinds.length - mostInSubject
  const shown = counted.slice(0, mostInSubject).join(', ')
  return `[Đúng Hạn] ${shown}${rest > 0 ? ` và ${rest} loại tin khác` : ''}`
}

function lineOf(told: MailedNotification, ground: DigestGround): DigestLine {
  const facts = { ...noFacts, ...told.facts }
  const url = ground.publicUrl + deskPathOf({ ...told, facts })
  const details = [countedWords(told), dueWords(told, ground)]
  if (told.internal) return { title: 'Văn bản nội bộ', details: details.filter(isSaid), url }
  const { directive, task, unit, note, monthlyReport } = facts
  const number = directive && formatDocumentNumber(directive.number, directive.symbol)
  const about = task ?? directive?.title ?? monthlyReport?.title
  const title = [number && `Số ${number}`, about && shortText(about, longestTask)]
  details.unshift(unit ? unit.name : null)
  if (note) details.push(shortText(note, longestNote))
  return {
    title: title.filter(isSaid).join(': ') || digestWords[told.kind].heading,
    details: details.filter(isSaid),
    url,
  }
}

const isSaid = (words: string | null | undefined | false): words is string => Boolean(words)

const countedWords = ({ kind, count }: MailedNotification) =>
  count > 1 ? `${count} ${digestWords[kind].counted}` : null

/** `hạn 05/12/2026, hạn hiệu lực thứ Hai 07/12/2026; còn 3 ngày làm việc`. */
function dueWords({ kind, facts }: MailedNotification, { calendar, today }: DigestGround) {
  const { dueOn, effectiveDueOn } = facts
  const due = dueOn ?? effectiveDueOn
  if (!due || !effectiveDueOn || kind === 'withdrawn' || kind === 'accepted') return null
  const moved = due !== effectiveDueOn && `hạn hiệu lực ${dayWords(effectiveDueOn)}`
  const dates = [`hạn ${moved ? formatCivilDate(due) : dayWords(due)}`, moved].filter(isSaid)
  return `${dates.join(', ')}; ${leftWords(workingDaysLeft(calendar, today, effectiveDueOn))}`
}

const dayWords = (date: CivilDate) => `${weekdayName(date, 'vi')} ${formatCivilDate(date)}`

function leftWords(left: number): string {
  if (left < 0) return `quá hạn ${-left} ngày làm việc`
  return left === 0 ? 'đến hạn hôm nay' : `còn ${left} ngày làm việc`
}
