import { type Moment, shortText, statusOf } from '@dunghan/domain'
import { Feed } from 'feed'
import { v5 as uuidOf } from 'uuid'
import type { Language } from '../../context.ts'
import { letterhead } from '../../documents/letterhead.ts'
import { escapeHtml } from '../../escape-html.ts'
import type { AssignmentRecord } from '../assignments/assignment-record.ts'
import { pagePaths } from './public-addresses.ts'
import { standingWords, taskLines, writable } from './sharing-text.ts'

interface FeedOf {
  publicUrl: string
  /** Path and query it was asked by: what a reader keeps to ask again. */
  self: string
  /** Path and query of the page for people that shows the same. */
  page: string
  title: string
  subtitle: string
  records: AssignmentRecord[]
  moment: Moment
  language: Language
}

/** Made once; a feed's id follows from it and from what the feed holds, whatever host it is on. */
const namespace = '0a6a1f0e-5f0c-4c1c-9a57-2f6de2f1c7a4'

/**
 * An Atom document (RFC 4287). Titles and summaries are text that is marked as HTML by the library,
 * and so is escaped as HTML first.
 */
export function atomFeed({ publicUrl, self, page, records, moment, language, ...words }: FeedOf) {
  const feed = new Feed({
    id: `urn:uuid:${uuidOf(self, namespace)}`,
    title: writable(words.title),
    description: writable(words.subtitle),
    link: publicUrl + page,
    feedLinks: { atom: publicUrl + self },
    // One that holds nothing never changed.
    updated: records[0]?.changedAt ?? new Date(0),
    copyright: letterhead.issuer,
    generator: 'Đúng Hạn',
    author: { name: letterhead.issuer, link: publicUrl },
  })
  for (const record of records) {
    const status = statusOf(record, moment)
    const standing = standingWords(status, record.state, language)
    const title = `${standing}: ${shortText(record.taskContent, 140)} (${record.unit.name})`
    const lines = [record.taskContent, ...taskLines(record, status, language)]
    feed.addItem({
      id: `urn:uuid:${record.id}`,
      title: escapeHtml(writable(title)),
      link: publicUrl + pagePaths.assignment(record.id),
      description: lines.map((line) => `<p>${escapeHtml(writable(line))}</p>`).join(''),
      date: record.changedAt,
      published: record.assignedAt,
      category: [{ name: standing, term: status ?? record.state }],
    })
  }
  return feed.atom1()
}
