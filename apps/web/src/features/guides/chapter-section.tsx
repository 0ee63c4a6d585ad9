import { m } from '../../paraglide/messages.js'
import type { Chapter } from './guide.ts'
import classes from './guides.module.css'
import { Picture } from './picture.tsx'

interface Props {
  chapter: Chapter
  number: number
}

/** One chapter of a guide: its steps, and the screen they are about. */
export function ChapterSection({ chapter, number }: Props) {
  const { id, steps, href, picture } = chapter
  const title = chapter.title()
  return (
    <section id={id} className={classes.chapter} aria-labelledby={`${id}-title`}>
      <h2 id={`${id}-title`}>
        {number}. {title}
      </h2>
      <ol className={classes.steps}>
        {steps.map((step) => (
          <li key={step()}>{step()}</li>
        ))}
      </ol>
      {href && (
        <p className={classes.open}>
          <a href={href}>
            {m.guides_open_page()}
            <span className="visually-hidden">: {title}</span>
          </a>
        </p>
      )}
      {picture && <Picture name={picture} title={title} />}
    </section>
  )
}
