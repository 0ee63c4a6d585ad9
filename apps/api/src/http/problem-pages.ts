import { type ProblemName, problemNames } from '@dunghan/contract'
import type { FastifyInstance } from 'fastify'
import { escapeHtml } from '../escape-html.ts'
import { Refusal } from '../refusal.ts'
import { problemStatus } from './problem-status.ts'
import { problemTexts } from './problem-texts.ts'

const style = `
  body { font: 17px/1.6 system-ui, sans-serif; max-width: 42rem; margin: 3rem auto; padding: 0 1.25rem;
    color: #1c2430; background: #fff }
  h1 { font-size: 1.6rem; line-height: 1.3; margin: 0 0 .25rem }
  h2 { font-size: 1.2rem; margin: 2rem 0 .25rem }
  p { margin: .25rem 0 }
  code { background: #eef1f5; padding: .1em .35em; border-radius: 4px }
  .status { color: #55606e }
  @media (prefers-color-scheme: dark) {
    body { color: #e6eaf0; background: #12161c }
    code { background: #242b35 }
    .status { color: #a3adba }
  }`

const isProblemName = (name: string): name is ProblemName =>
  (problemNames as readonly string[]).includes(name)

/** The page each problem's `type` points to: what it means and what to do, in both languages. */
export async function problemPages(app: FastifyInstance): Promise<void> {
  app.get<{ Params: { name: string } }>(
    '/problems/:name',
    { schema: { hide: true, operationId: 'getProblemPage' } },
    async (request, reply) => {
      const { name } = request.params
      if (!isProblemName(name)) throw new Refusal('not-found')
      reply.header('Cache-Control', 'public, max-age=3600')
      return reply.type('text/html; charset=utf-8').send(pageOf(name))
    },
  )
}

function pageOf(name: ProblemName): string {
  const { vi, en } = problemTexts[name]
  return `<!doctype html>
<html lang="vi">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escapeHtml(vi.title)} · Đúng Hạn</title>
<style>${style}</style>
</head>
<body>
<main>
<h1>${escapeHtml(vi.title)}</h1>
<p class="status">HTTP ${problemStatus[name]} · <code>/problems/${name}</code></p>
<p>${fillable(vi.detail)}</p>
<section lang="en">
<h2>${escapeHtml(en.title)}</h2>
<p>${fillable(en.detail)}</p>
</section>
</main>
</body>
</html>
`
}

/** A place for a value of the moment is shown as a gap. */
const fillable = (text: string) => escapeHtml(text).replace(/\{\w+\}/g, '…')
