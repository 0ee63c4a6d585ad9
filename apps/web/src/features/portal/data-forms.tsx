import { apiPaths } from '../../lib/api-paths.ts'
import { m } from '../../paraglide/messages.js'
import { CopyLine } from '../../ui/copy-text.tsx'
import classes from './developers.module.css'

/** The forms public data come in, each by an address that stays. */
export function DataForms({ origin, unit }: { origin: string; unit: string | undefined }) {
  const forms: [what: string, path: string | null][] = [
    [m.developers_form_docs(), apiPaths.docs()],
    [m.developers_form_openapi(), apiPaths.openapi()],
    [m.developers_form_csv(), apiPaths.publicExport('csv', {})],
    [m.developers_form_xlsx(), apiPaths.publicExport('xlsx', {})],
    [m.developers_form_feed(), apiPaths.feed()],
    [m.developers_form_unit_feed(), unit === undefined ? null : apiPaths.unitFeed(unit)],
    [m.developers_form_calendar(), unit === undefined ? null : apiPaths.unitCalendar(unit)],
    [m.developers_form_catalog(), apiPaths.catalog()],
  ]
  return (
    <ul className={classes.forms}>
      {forms.map(
        ([what, path]) =>
          path && (
            <li key={what}>
              <a href={path}>{what}</a>
              <CopyLine text={origin + path} what={what} />
            </li>
          ),
      )}
    </ul>
  )
}
