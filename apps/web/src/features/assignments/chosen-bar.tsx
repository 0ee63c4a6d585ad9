import { IconBellRinging, IconFileTypeCsv, IconFileTypeXls } from '@tabler/icons-react'
import { lazy, Suspense, useState } from 'react'
import { useRemind } from '../../api/reminders.ts'
import { useMay } from '../../api/use-session.ts'
import { apiPaths } from '../../lib/api-paths.ts'
import { formatNumber } from '../../lib/format.ts'
import type { Search } from '../../lib/paths.ts'
import { mostReminded, type Remindable } from '../../lib/reminders.ts'
import { m } from '../../paraglide/messages.js'
import { Button } from '../../ui/button.tsx'
import { DownloadButton } from '../../ui/download-button.tsx'
import classes from './assignments.module.css'
import { queryIn } from './list-query.ts'
import type { Chosen } from './use-chosen.ts'

const RemindDialog = lazy(() => import('../../ui/remind-dialog.tsx'))

interface Props {
  chosen: Chosen
  params: URLSearchParams
}

/** As many as an address can name one by one. */
const MOST_EXPORTED = 200

/** What can be done with the rows chosen; it stays in sight at the foot of the window. */
export function ChosenBar({ chosen, params }: Props) {
  const count = chosen.rows.length
  return (
    <>
      <p role="status" className="visually-hidden">
        {count > 0 && m.lists_chosen({ count: formatNumber(count) })}
      </p>
      {count > 0 && (
        <section className={classes.chosen} aria-label={m.lists_chosen_bar()}>
          <strong>{m.lists_chosen({ count: formatNumber(count) })}</strong>
          <Button small variant="subtle" onClick={chosen.clear}>
            {m.lists_chosen_none()}
          </Button>
          <span className={classes.acts}>
            <Remind chosen={chosen} />
            <Export rows={chosen.rows} params={params} />
          </span>
        </section>
      )}
    </>
  )
}

function Remind({ chosen }: Pick<Props, 'chosen'>) {
  const may = useMay()
  const [asked, setAsked] = useState<readonly Remindable[] | null>(null)
  const [done, setDone] = useState(false)
  const remind = useRemind()
  if (!may('reminder.send')) return null
  const close = () => {
    setAsked(null)
    if (done) chosen.clear()
  }
  return (
    <>
      <Button
        variant="primary"
        icon={IconBellRinging}
        disabledReason={
          chosen.rows.length > mostReminded &&
          m.lists_remind_most({ most: formatNumber(mostReminded) })
        }
        onClick={() => setAsked(chosen.rows)}
      >
        {m.lists_remind()}
      </Button>
      <Suspense>
        {asked && (
          <RemindDialog
            rows={asked}
            onClose={close}
            onSend={async (body) => {
              const sent = await remind(body)
              setDone(true)
              return sent
            }}
          />
        )}
      </Suspense>
    </>
  )
}

function Export({ rows, params }: { rows: Chosen['rows']; params: URLSearchParams }) {
  const { limit: _, ...query } = queryIn(params)
  const search = { ...(query as Search), id: rows.map(({ id }) => id) }
  return (
    <DownloadButton
      label={m.lists_chosen_export()}
      disabledReason={
        rows.length > MOST_EXPORTED &&
        m.lists_chosen_export_most({ most: formatNumber(MOST_EXPORTED) })
      }
      choices={[
        {
          label: m.ui_export_xlsx(),
          url: apiPaths.assignmentsExport({ ...search, format: 'xlsx' }),
          icon: IconFileTypeXls,
        },
        {
          label: m.ui_export_csv(),
          url: apiPaths.assignmentsExport({ ...search, format: 'csv' }),
          icon: IconFileTypeCsv,
        },
      ]}
    />
  )
}
