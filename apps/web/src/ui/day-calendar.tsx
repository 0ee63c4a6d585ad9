import '@mantine/dates/styles.layer.css'
import 'dayjs/locale/vi'
import type { CivilDate } from '@dunghan/domain'
import { weekdayName } from '@dunghan/domain'
import { FocusTrap } from '@mantine/core'
import { DatePicker, DatesProvider } from '@mantine/dates'
import { currentLanguage } from '../lib/language.ts'
import { useToday } from '../lib/use-now.ts'
import { m } from '../paraglide/messages.js'
import classes from './day-calendar.module.css'

interface Props {
  value: CivilDate | null
  onPick: (date: CivilDate) => void
  min?: CivilDate
  max?: CivilDate
  isDayOff?: (date: CivilDate) => boolean
}

/** A month to pick a day from; in a chunk of its own, as most people type. */
export default function DayCalendar({ value, onPick, min, max, isDayOff }: Props) {
  const today = useToday()
  const language = currentLanguage()
  return (
    <FocusTrap>
      <div>
        <DatesProvider settings={{ locale: language, firstDayOfWeek: 1, consistentWeeks: true }}>
          <DatePicker
            value={value}
            defaultDate={value ?? today}
            minDate={min}
            maxDate={max}
            onChange={(date) => date && onPick(date)}
            classNames={{ day: classes.day, weekday: classes.weekday }}
            getDayProps={(date) => ({ 'data-off': isDayOff?.(date) || undefined })}
            getDayAriaLabel={(date) => `${weekdayName(date, language)}, ${spokenDate(date)}`}
            ariaLabels={{
              previousMonth: m.ui_date_previous_month(),
              nextMonth: m.ui_date_next_month(),
            }}
          />
        </DatesProvider>
      </div>
    </FocusTrap>
  )
}

/** `5/2/2027`: with the day as it is written on its button. */
function spokenDate(date: CivilDate) {
  const [year, month, day] = date.split('-').map(Number)
  return `${day}/${month}/${year}`
}
