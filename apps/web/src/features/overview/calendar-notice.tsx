import { IconAlertTriangle } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { calendarYear } from '../../api/calendar.ts'
import { useMay } from '../../api/use-session.ts'
import { paths } from '../../lib/paths.ts'
import { useToday } from '../../lib/use-now.ts'
import { m } from '../../paraglide/messages.js'
import { ButtonLink } from '../../ui/button.tsx'
import classes from './calendar-notice.module.css'

/** For the admin: a year that still rests on the law alone, while its due dates are being set. */
export function CalendarNotice() {
  const may = useMay()
  const year = Number(useToday().slice(0, 4))
  const { data } = useQuery({ ...calendarYear(year), enabled: may('calendar.manage') })
  return data?.awaitingYears.map((awaiting) => (
    <section key={awaiting} className={classes.notice}>
      <IconAlertTriangle size={20} aria-hidden />
      <div>
        <h2>{m.calendar_awaiting({ year: awaiting })}</h2>
        <p>{m.calendar_awaiting_overview({ year: awaiting })}</p>
        <ButtonLink small href={paths.calendar({ nam: awaiting })}>
          {m.calendar_awaiting_link({ year: awaiting })}
        </ButtonLink>
      </div>
    </section>
  ))
}
