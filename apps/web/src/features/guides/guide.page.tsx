import { IconPrinter } from '@tabler/icons-react'
import { useParams } from 'react-router-dom'
import { roleWords } from '../../lib/desk-terms.ts'
import { paths } from '../../lib/paths.ts'
import { m } from '../../paraglide/messages.js'
import { Button } from '../../ui/button.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { PageHeader } from '../../ui/page-header.tsx'
import { ChapterSection } from './chapter-section.tsx'
import { guides } from './guide.ts'
import classes from './guides.module.css'

const crumbs = () => [{ title: m.guides_title(), href: paths.guides() }]

/** How one role does its work; prints as a leaflet. */
export function Component() {
  const { role: slug } = useParams()
  const guide = guides.find((one) => one.slug === slug)
  if (!guide) {
    return (
      <>
        <PageHeader title={m.guides_title()} crumbs={crumbs()} />
        <EmptyState title={m.guides_unknown()}>{m.guides_unknown_text()}</EmptyState>
      </>
    )
  }
  return (
    <>
      <PageHeader
        title={m.guides_of({ role: roleWords[guide.role]() })}
        crumbs={crumbs()}
        lead={guide.lead()}
        actions={
          <Button icon={IconPrinter} onClick={() => window.print()}>
            {m.guides_print()}
          </Button>
        }
      />
      <div className={classes.guide}>
        <nav className={classes.contents} aria-label={m.guides_contents()}>
          <ol>
            {guide.chapters.map(({ id, title }) => (
              <li key={id}>
                <a href={`#${id}`}>{title()}</a>
              </li>
            ))}
          </ol>
        </nav>
        <div className={classes.chapters}>
          {guide.chapters.map((chapter, index) => (
            <ChapterSection key={chapter.id} chapter={chapter} number={index + 1} />
          ))}
        </div>
      </div>
    </>
  )
}
