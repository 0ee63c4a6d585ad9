import { IconCheck, IconTrash } from '@tabler/icons-react'
import { type FormEvent, useEffect, useRef, useState } from 'react'
import { asProblem } from '../api/problem.ts'
import type { SavedView, SavedViews } from '../api/saved-views.ts'
import { m } from '../paraglide/messages.js'
import { Button, IconButton } from './button.tsx'
import { CopyLink } from './copy-link.tsx'
import classes from './views-menu.module.css'

interface Props extends SavedViews {
  inForce: SavedView | undefined
  path: string
  params: URLSearchParams
}

/** As long as an address that is kept may be. */
const LONGEST = 4000

/** What the menu of views opens. */
export default function ViewsSheet(props: Props) {
  const { views, unread, save, remove, inForce, path, params } = props
  const [told, setTold] = useState('')
  const [dropped, setDropped] = useState<SavedView | null>(null)
  const here = params.toString()
  const sheet = useRef<HTMLDivElement>(null)
  // The sheet may come after the menu was opened, with nothing in it to take the focus.
  useEffect(() => sheet.current?.querySelector<HTMLElement>('a, input, button')?.focus(), [])

  const drop = async (view: SavedView) => {
    try {
      await remove(view.id)
      setDropped(view)
      setTold(m.lists_view_deleted({ name: view.name }))
    } catch (error) {
      setTold(asProblem(error)?.title ?? m.ui_problem_unexpected())
    }
  }
  const keep = async ({ name, search }: Pick<SavedView, 'name' | 'search'>) => {
    await save({ name, search })
    setDropped(null)
    setTold(m.lists_view_saved({ name }))
  }

  return (
    <div ref={sheet} className={classes.sheet}>
      {unread && <p className={classes.note}>{m.lists_views_unread()}</p>}
      {!unread && views.length === 0 && <p className={classes.note}>{m.lists_views_none()}</p>}
      {views.length > 0 && (
        <ul className={classes.views} aria-label={m.lists_views()}>
          {views.map((view) => (
            <li key={view.id}>
              <a
                href={view.search ? `${path}?${view.search}` : path}
                aria-current={view === inForce ? 'true' : undefined}
                onClick={(event) =>
                  event.currentTarget.closest<HTMLElement>('[popover]')?.hidePopover()
                }
              >
                {view.name}
                {view === inForce && (
                  <span className={classes.inForce}>
                    <IconCheck size={15} aria-hidden /> {m.lists_view_in_force()}
                  </span>
                )}
              </a>
              <IconButton
                icon={IconTrash}
                label={m.lists_view_delete({ name: view.name })}
                onClick={() => drop(view)}
              />
            </li>
          ))}
        </ul>
      )}
      <p role="status" className={told ? classes.told : undefined}>
        {told}{' '}
        {dropped && (
          <Button small variant="subtle" onClick={() => keep(dropped).catch(tell(setTold))}>
            {m.lists_view_undo()}
          </Button>
        )}
      </p>
      {inForce ? (
        <p className={classes.note}>{m.lists_view_is_saved({ name: inForce.name })}</p>
      ) : here.length > LONGEST ? (
        <p className={classes.note}>{m.lists_view_too_long()}</p>
      ) : (
        <SaveForm onSave={(name) => keep({ name, search: here })} />
      )}
      <CopyLink path={here ? `${path}?${here}` : path} />
    </div>
  )
}

const tell = (setTold: (words: string) => void) => (error: unknown) =>
  setTold(
    asProblem(error)?.errors[0]?.detail ?? asProblem(error)?.title ?? m.ui_problem_unexpected(),
  )

/** Keeps the list as it is shown; a refusal stands at the name, which stays. */
function SaveForm({ onSave }: { onSave: (name: string) => Promise<void> }) {
  const [name, setName] = useState('')
  const [refused, setRefused] = useState('')
  const [underWay, setUnderWay] = useState(false)

  const submit = async (event: FormEvent) => {
    event.preventDefault()
    if (underWay) return
    if (!name.trim()) return setRefused(m.lists_view_name_missing())
    setUnderWay(true)
    setRefused('')
    await onSave(name.trim()).catch(tell(setRefused))
    setUnderWay(false)
  }

  return (
    <form className={classes.form} onSubmit={submit} noValidate>
      <label>
        <span>{m.lists_view_save_title()}</span>
        <input
          value={name}
          maxLength={80}
          aria-label={m.lists_view_name()}
          placeholder={m.lists_view_name_example()}
          aria-invalid={refused ? true : undefined}
          aria-describedby={refused ? 'view-name-refused' : undefined}
          onChange={(event) => setName(event.target.value)}
        />
      </label>
      <Button type="submit" loading={underWay}>
        {m.lists_view_save()}
      </Button>
      {refused && (
        <p id="view-name-refused" role="alert" className={classes.refused}>
          {refused}
        </p>
      )}
    </form>
  )
}
