import { useAccount } from '../../api/use-session.ts'
import { roleWords } from '../../lib/desk-terms.ts'
import { paths } from '../../lib/paths.ts'
import { m } from '../../paraglide/messages.js'
import { PageHeader } from '../../ui/page-header.tsx'
import { type Guide, guides } from './guide.ts'
import classes from './guides.module.css'

/** The guides, those of the account's own roles first. */
export function Component() {
  const { roles } = useAccount()
  const isOwn = ({ role }: Guide) => roles.includes(role)
  return (
    <>
      <PageHeader title={m.guides_title()} lead={m.guides_lead()} />
      <Cards title={m.guides_yours()} shown={guides.filter(isOwn)} />
      <Cards title={m.guides_others()} shown={guides.filter((guide) => !isOwn(guide))} />
    </>
  )
}

function Cards({ title, shown }: { title: string; shown: readonly Guide[] }) {
  return (
    <section className={classes.group} aria-label={title}>
      <h2>{title}</h2>
      <ul className={classes.cards}>
        {shown.map(({ slug, role, lead, chapters }) => (
          <li key={slug} className={classes.card}>
            <h3>
              <a href={paths.guide(slug)}>{roleWords[role]()}</a>
            </h3>
            <p>{lead()}</p>
            <p className={classes.count}>{m.guides_chapters_count({ count: chapters.length })}</p>
          </li>
        ))}
      </ul>
    </section>
  )
}
