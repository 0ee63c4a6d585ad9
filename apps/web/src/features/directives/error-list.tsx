import type { RefObject } from 'react'
import { formatNumber } from '../../lib/format.ts'
import { m } from '../../paraglide/messages.js'
import type { Errors } from './document-draft.ts'
import { fieldWords } from './edit/field-words.ts'
import { focusFirstError } from './field-errors.ts'
import classes from './form.module.css'

interface Props {
  form: RefObject<HTMLFormElement | null>
  errors: Errors
}

/** How many places are to be mended; several of them are named, each a press away. */
export function ErrorList({ form, errors }: Props) {
  const places = inReadingOrder(form.current, errors)
  return (
    <div role="status" className={places.length > 0 ? classes.wrong : undefined}>
      {places.length > 0 && m.directives_check_title({ count: formatNumber(places.length) })}
      {places.length > 1 && (
        <section className={classes.errorList} aria-label={m.directives_errors_list()}>
          <ul>
            {places.map(([path, sentence]) => (
              <li key={path}>
                <button
                  type="button"
                  onClick={() => focusFirstError(form.current, { [path]: sentence })}
                >
                  {placeName(path)}: {sentence}
                </button>
              </li>
            ))}
          </ul>
        </section>
      )}
    </div>
  )
}

function inReadingOrder(form: HTMLFormElement | null, errors: Errors): [string, string][] {
  const fields = [...(form?.querySelectorAll<HTMLElement>('[data-path]') ?? [])]
  const order = fields.map(({ dataset }) => dataset.path)
  return Object.entries(errors).sort(([a], [b]) => order.indexOf(a) - order.indexOf(b))
}

const taskWords: Record<string, () => string> = {
  content: m.directives_task_content,
  dueOn: m.directives_task_due,
  unitIds: m.directives_task_units,
  supportUnitIds: m.directives_task_support,
}

/** A field by the words on its label. */
function placeName(path: string): string {
  const task = /^tasks\.(\d+)\.(\w+)/.exec(path)
  if (task) {
    const field = taskWords[task[2] ?? '']?.() ?? ''
    return m.directives_errors_task({ n: Number(task[1]) + 1, field })
  }
  if (path === 'files') return m.directives_files_field()
  return Object.entries(fieldWords).find(([field]) => field === path)?.[1]() ?? path
}
