import { isRouteErrorResponse, useRevalidator, useRouteError } from 'react-router-dom'
import { ApiProblem, asProblem } from '../api/problem.ts'
import { useLanguage } from '../lib/language.ts'
import { paths } from '../lib/paths.ts'
import { m } from '../paraglide/messages.js'
import { Button, ButtonLink } from '../ui/button.tsx'
import { ErrorState } from '../ui/error-state.tsx'
import { PageHeader } from '../ui/page-header.tsx'
import classes from './layout.module.css'
import { NotFound } from './not-found.tsx'

interface Props {
  /** Not even the layout is there: this is the whole page. */
  whole?: boolean
}

/** In place of a page that could not be shown. */
export function PageError({ whole = false }: Props) {
  const content = <Content error={useRouteError()} />
  return whole ? (
    <main id="main" className={classes.bare}>
      {content}
    </main>
  ) : (
    content
  )
}

function Content({ error }: { error: unknown }) {
  useLanguage()
  const { revalidate } = useRevalidator()
  const problem = asProblem(error)
  const status = problem?.status ?? (isRouteErrorResponse(error) ? error.status : null)
  // 400: the address names what nothing could be named, say half of a link.
  if (status === 404 || status === 400) return <NotFound />
  if (problem?.status === 403) return <Forbidden problem={problem} />
  const shown = problem ?? crash()
  return (
    <>
      <PageHeader
        title={shown.title}
        heading={problem ? m.shell_unavailable_title() : m.shell_crash_title()}
      />
      <ErrorState
        problem={shown}
        onRetry={problem ? revalidate : undefined}
        actions={<Button onClick={() => location.reload()}>{m.shell_reload()}</Button>}
      />
    </>
  )
}

/** Trying again would change nothing: the way on leads elsewhere. */
function Forbidden({ problem: { title, detail } }: { problem: ApiProblem }) {
  return (
    <>
      <PageHeader title={title} lead={detail} />
      <ButtonLink href={paths.overview()}>{m.shell_forbidden_overview()}</ButtonLink>
    </>
  )
}

const crash = () =>
  new ApiProblem({
    name: 'crash',
    status: 1,
    title: m.shell_crash_title(),
    detail: m.shell_crash_text(),
  })
