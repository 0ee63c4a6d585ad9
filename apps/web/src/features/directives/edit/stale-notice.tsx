import { m } from '../../../paraglide/messages.js'
import { Button } from '../../../ui/button.tsx'
import type { DocumentDraft } from '../document-draft.ts'
import classes from './edit.module.css'
import { changedFields } from './edit-draft.ts'
import { fieldWords, type People, valueWords } from './field-words.ts'

interface Props {
  before: DocumentDraft
  present: DocumentDraft
  typed: DocumentDraft
  people: People
  onTake: () => void
}

/** Somebody else saved first: what they changed, beside what was typed here, which is kept. */
export function StaleNotice({ before, present, typed, people, onTake }: Props) {
  const theirs = changedFields(before, present)
  const mine = changedFields(before, typed)
  return (
    <section className={classes.stale} role="alert">
      <h2>{m.directives_stale_title()}</h2>
      <p>{theirs.length > 0 ? m.directives_stale_text() : m.directives_stale_same()}</p>
      {theirs.length > 0 && (
        <div className={classes.scroll}>
          <table>
            <thead>
              <tr>
                <th scope="col">{m.directives_stale_field()}</th>
                <th scope="col">{m.directives_stale_before()}</th>
                <th scope="col">{m.directives_stale_now()}</th>
                <th scope="col">{m.directives_stale_yours()}</th>
              </tr>
            </thead>
            <tbody>
              {theirs.map((field) => (
                <tr key={field}>
                  <th scope="row">{fieldWords[field]()}</th>
                  <td>{valueWords(field, before, people)}</td>
                  <td>{valueWords(field, present, people)}</td>
                  <td>
                    {mine.includes(field)
                      ? valueWords(field, typed, people)
                      : m.directives_stale_untouched()}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
      <div>
        <Button variant="primary" onClick={onTake}>
          {m.directives_stale_reload()}
        </Button>
      </div>
    </section>
  )
}
