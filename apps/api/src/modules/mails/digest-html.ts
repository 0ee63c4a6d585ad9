import { letterhead } from '../../documents/letterhead.ts'
import { escapeHtml } from '../../escape-html.ts'
import type { Digest, DigestGroup } from './digest.ts'

/*
 * Styles stand in the tags, because mail programs drop style sheets; no picture and nothing from
 * elsewhere, because they do not load it.
 */
const font = "font-family:'Segoe UI',Roboto,Arial,sans-serif"
const style = {
  page: `margin:0;padding:24px 12px;background:#f3f5f8;${font};color:#202834`,
  sheet: 'max-width:640px;margin:0 auto;padding:24px;background:#ffffff;border-radius:8px',
  issuer: 'margin:0 0 4px;font-size:13px;color:#3a4554',
  receiver: 'margin:0 0 16px;font-size:17px;line-height:1.4',
  heading:
    'margin:24px 0 8px;padding-bottom:6px;border-bottom:1px solid #c5cdd8;font-size:16px;color:#1f5190',
  list: 'margin:0;padding:0;list-style:none',
  item: 'margin:0 0 14px;font-size:15px;line-height:1.45',
  link: 'color:#1f5190;font-weight:600;text-decoration:underline',
  detail: 'display:block;margin-top:2px;font-size:14px;color:#3a4554',
  foot: 'margin:24px 0 0;padding-top:12px;border-top:1px solid #c5cdd8;font-size:13px;line-height:1.5;color:#3a4554',
}

/** A digest as a page of HTML; every word of it is escaped. */
export function digestHtml(digest: Digest): string {
  const { subject, receiver, groups, notificationsUrl, settingsUrl } = digest
  return `<!doctype html>
<html lang="vi">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escapeHtml(subject)}</title>
</head>
<body style="${style.page}">
<div style="${style.sheet}">
<p style="${style.issuer}">${escapeHtml(letterhead.issuer)} · Đúng Hạn</p>
<p style="${style.receiver}">Kính gửi: <strong>${escapeHtml(receiver)}</strong></p>
${groups.map((group) => groupHtml(group, notificationsUrl)).join('\n')}
<p style="${style.foot}">${linkTo(notificationsUrl, 'Xem tất cả thông báo')} · ${linkTo(settingsUrl, 'Chọn những việc được báo qua thư')}<br>
Thư do phần mềm Đúng Hạn gửi tự động, xin không trả lời thư này.</p>
</div>
</body>
</html>
`
}

function groupHtml({ heading, lines, more }: DigestGroup, notificationsUrl: string): string {
  const items = lines.map(({ title, details, url }) => {
    const said = details.map((one) => `<span style="${style.detail}">${escapeHtml(one)}</span>`)
    return `<li style="${style.item}">${linkTo(url, title)}${said.join('')}</li>`
  })
  if (more > 0) {
    const rest = linkTo(notificationsUrl, `và ${more} tin khác`)
    items.push(`<li style="${style.item}">${rest}</li>`)
  }
  return `<h2 style="${style.heading}">${escapeHtml(heading)}</h2>
<ul style="${style.list}">
${items.join('\n')}
</ul>`
}

const linkTo = (url: string, words: string) =>
  `<a href="${escapeHtml(url)}" style="${style.link}">${escapeHtml(words)}</a>`
