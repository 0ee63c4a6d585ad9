import { hash } from 'node:crypto'
import { formatCivilDate } from '@dunghan/domain'
import type { Language } from '../../context.ts'
import { localTime } from '../../documents/local-time.ts'
import { escapeHtml } from '../../escape-html.ts'
import type { EmbedFigures } from './embed-figures.service.ts'
import { pagePaths } from './public-addresses.ts'

export type EmbedTheme = 'auto' | 'light' | 'dark'

const light = `--ground:#fff;--ink:#1a2230;--soft:#535c6b;--line:#dedad0;--good:#2f8a57;--bad:#a3201a;--rest:#ece8df;--link:#1f5190`
const dark = `--ground:#171c24;--ink:#e9edf3;--soft:#a9b3c1;--line:#333c49;--good:#4fb57c;--bad:#ff9a8d;--rest:#2a323e;--link:#9cc3f5`

const style = `:root{color-scheme:light;${light}}
@media(prefers-color-scheme:dark){[data-theme=auto]{color-scheme:dark;${dark}}}
[data-theme=dark]{color-scheme:dark;${dark}}
*{box-sizing:border-box}
body{margin:0;min-height:100vh;padding:12px 14px;display:flex;flex-direction:column;gap:8px;border-top:3px solid #a0281f;background:var(--ground);color:var(--ink);font:14px/1.35 "Be Vietnam Pro",system-ui,sans-serif}
main{display:flex;flex-direction:column;gap:8px;flex:1}
h1{margin:0;font-size:15px;line-height:1.3;font-weight:600;overflow-wrap:anywhere;display:-webkit-box;-webkit-line-clamp:2;-webkit-box-orient:vertical;overflow:hidden}
p{margin:0}
.rate strong{font-size:26px;line-height:1.1;font-weight:700;margin-right:6px;font-variant-numeric:tabular-nums}
svg{display:block;width:100%;height:8px;border-radius:4px;margin-top:4px}
.track{fill:var(--rest)}.done{fill:var(--good)}
dl{margin:0;display:grid;grid-template-columns:repeat(auto-fit,minmax(64px,1fr));gap:4px 10px}
dl div{display:flex;flex-direction:column-reverse;justify-content:flex-end}
dt{font-size:12px;color:var(--soft)}
dd{margin:0;font-size:18px;font-weight:600;font-variant-numeric:tabular-nums}
.late dd{color:var(--bad)}
.foot{margin-top:auto;border-top:1px solid var(--line);padding-top:6px;font-size:12px;color:var(--soft);display:flex;flex-wrap:wrap;gap:0 10px;justify-content:space-between}
a{color:var(--link)}
a:focus-visible{outline:2px solid var(--link);outline-offset:2px}
`

/** Nothing but the one style sheet; any site may frame it, and it runs and asks for nothing. */
export const embedPolicy = [
  "default-src 'none'",
  `style-src 'sha256-${hash('sha256', style, 'base64')}'`,
  "base-uri 'none'",
  "form-action 'none'",
  'frame-ancestors *',
].join('; ')

const words = {
  vi: {
    all: 'Nhiệm vụ Ủy ban nhân dân Tỉnh giao',
    rate: 'đúng và trước hạn',
    noRate: 'Chưa có nhiệm vụ hoàn thành để tính tỷ lệ',
    total: 'Đã giao',
    completed: 'Hoàn thành',
    open: 'Đang xử lý',
    overdue: 'Quá hạn',
    asOf: (time: string, date: string) => `Số liệu lúc ${time} ngày ${date}`,
    more: 'Xem chi tiết',
    missing: 'Không có đơn vị này',
    missingText: 'Mã đơn vị trong địa chỉ của khung nhúng không đúng.',
    home: 'Về trang công khai',
  },
  en: {
    all: 'Tasks assigned by the Provincial People’s Committee',
    rate: 'on time or early',
    noRate: 'No task is completed yet to tell a rate by',
    total: 'Assigned',
    completed: 'Completed',
    open: 'Under way',
    overdue: 'Overdue',
    asOf: (time: string, date: string) => `As of ${time}, ${date}`,
    more: 'See all',
    missing: 'There is no such unit',
    missingText: 'The unit’s code in the address of this frame is wrong.',
    home: 'To the public pages',
  },
} satisfies Record<Language, Record<string, unknown>>

interface Shown {
  publicUrl: string
  theme: EmbedTheme
  language: Language
}

/** The page another site shows in a frame; it fits from 320 by 240 pixels. */
export function embedPage({ unit, asOf, totals }: EmbedFigures, shown: Shown): string {
  const { publicUrl, language } = shown
  const w = words[language]
  const { counts, rates } = totals
  const number = new Intl.NumberFormat(language === 'vi' ? 'vi-VN' : 'en-GB')
  const done = counts.completed_early + counts.completed_on_time + counts.completed_late
  const figures: [string, number, string?][] = [
    [w.total, totals.total],
    [w.completed, done],
    [w.open, totals.total - done - counts.overdue],
    [w.overdue, counts.overdue, 'late'],
  ]
  const [day = '', time = ''] = localTime(asOf).split(' ')
  const href = publicUrl + (unit ? pagePaths.unit(unit.code) : pagePaths.home)
  return page(
    { ...shown, title: unit?.name ?? w.all },
    `<h1 id="of">${escapeHtml(unit?.name ?? w.all)}</h1>
${rateOf(rates.onTime)}
<dl>${figures
      .map(
        ([label, value, look]) =>
          `<div${look ? ` class="${look}"` : ''}><dt>${label}</dt><dd>${number.format(value)}</dd></div>`,
      )
      .join('')}</dl>`,
    `<span>${w.asOf(time.slice(0, 5), formatCivilDate(day))}</span>
${link(href, w.more)}`,
  )

  function rateOf(onTime: number | null): string {
    if (onTime === null) return `<p class="rate">${w.noRate}</p>`
    const share = new Intl.NumberFormat(language === 'vi' ? 'vi-VN' : 'en-GB', {
      style: 'percent',
      maximumFractionDigits: 1,
    }).format(onTime)
    return `<div><p class="rate"><strong>${share}</strong>${w.rate}</p>
<svg viewBox="0 0 100 8" preserveAspectRatio="none" aria-hidden="true"><rect class="track" width="100" height="8"/><rect class="done" width="${(onTime * 100).toFixed(2)}" height="8"/></svg></div>`
  }
}

/** In place of the figures of a unit nobody knows. */
export function missingEmbedPage(shown: Shown): string {
  const w = words[shown.language]
  return page(
    { ...shown, title: w.missing },
    `<h1 id="of">${w.missing}</h1>
<p>${w.missingText}</p>`,
    link(shown.publicUrl + pagePaths.home, w.home),
  )
}

const link = (href: string, text: string) =>
  `<a href="${escapeHtml(href)}" target="_top" rel="noopener">${text}</a>`

function page(
  { theme, language, title }: Shown & { title: string },
  content: string,
  foot: string,
): string {
  return `<!doctype html>
<html lang="${language}" data-theme="${theme}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<title>${escapeHtml(title)} · Đúng Hạn</title>
<style>${style}</style>
</head>
<body>
<main aria-labelledby="of">
${content}
<div class="foot">
${foot}
</div>
</main>
</body>
</html>
`
}
