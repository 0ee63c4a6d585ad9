import { letterhead } from '../../documents/letterhead.ts'
import type { Digest, DigestGroup } from './digest.ts'

/** A digest as plain text. */
export function digestText({
  receiver,
  groups,
  notificationsUrl,
  settingsUrl,
}: Omit<Digest, 'subject'>): string {
  return [
    `Kính gửi: ${receiver}`,
    ...groups.map((group) => groupText(group, notificationsUrl)),
    `Tất cả thông báo: ${notificationsUrl}`,
    `Chọn những việc được báo qua thư: ${settingsUrl}`,
    `${letterhead.issuer}\nThư do phần mềm Đúng Hạn gửi tự động, xin không trả lời thư này.`,
  ].join('\n\n')
}

function groupText({ heading, lines, more }: DigestGroup, notificationsUrl: string): string {
  const items = lines.map(({ title, details, url }) =>
    [`- ${title}`, ...details.map((detail) => `  ${detail}`), `  ${url}`].join('\n'),
  )
  if (more > 0) items.push(`- và ${more} tin khác: ${notificationsUrl}`)
  return [heading.toUpperCase(), ...items].join('\n')
}
