import { type CivilDate, formatCivilDate } from '@dunghan/domain'
import { Popover, TextInput } from '@mantine/core'
import { IconCalendar } from '@tabler/icons-react'
import { lazy, type ReactNode, type Ref, Suspense, useState } from 'react'
import { parseDayAndMonth, parseShortDate, parseTypedDate } from '../lib/typed-date.ts'
import { useToday } from '../lib/use-now.ts'
import { m } from '../paraglide/messages.js'
import { IconButton } from './button.tsx'
import { ListSkeleton } from './skeletons.tsx'

const DayCalendar = lazy(() => import('./day-calendar.tsx'))

interface Props {
  label: ReactNode
  description?: ReactNode
  error?: ReactNode
  required?: boolean
  disabled?: boolean
  value: CivilDate | null
  onChange: (date: CivilDate | null) => void
  onBlur?: () => void
  min?: CivilDate
  max?: CivilDate
  /** Days nobody is at work are marked in the calendar. */
  isDayOff?: (date: CivilDate) => boolean
  ref?: Ref<HTMLInputElement>
  'data-path'?: string
}

/**
 * A day, typed as `dd/MM/yyyy`, as `5/12` where the year goes without saying, or picked on a calendar.
 * It comes and goes as `YYYY-MM-DD`; what is typed and is no real day is left as it is, with a
 * sentence, and counts as no date.
 */
export function CivilDateInput(props: Props) {
  const { value, onChange, onBlur, error, min, max, isDayOff, ...rest } = props
  const [text, setText] = useState(value ? formatCivilDate(value) : '')
  const [seen, setSeen] = useState(value)
  const [left, setLeft] = useState(false)
  const near = { today: useToday(), latest: max }
  const parse = (typed: string) => parseTypedDate(typed) ?? parseDayAndMonth(typed, near)

  // Set from outside: a draft that was restored, a day picked on the calendar.
  if (seen !== value) {
    setSeen(value)
    if (value !== parse(text)) setText(value ? formatCivilDate(value) : '')
  }
  const wrong = text.trim() !== '' && parse(text) === null

  return (
    <TextInput
      {...rest}
      value={text}
      error={left && wrong ? m.ui_date_invalid() : error}
      placeholder={m.ui_date_placeholder()}
      autoComplete="off"
      inputMode="numeric"
      className="tabular"
      onChange={(event) => {
        setText(event.target.value)
        setLeft(false)
        const date = parse(event.target.value)
        if (date !== value) onChange(date)
      }}
      onBlur={() => {
        setLeft(true)
        const short = wrong ? parseShortDate(text, near) : null
        if (short) onChange(short)
        const date = short ?? (wrong ? null : value)
        if (date) setText(formatCivilDate(date))
        onBlur?.()
      }}
      rightSectionPointerEvents="all"
      rightSection={
        <CalendarButton
          value={value}
          min={min}
          max={max}
          isDayOff={isDayOff}
          disabled={rest.disabled}
          onPick={(date) => {
            setText(formatCivilDate(date))
            onChange(date)
          }}
        />
      }
    />
  )
}

interface CalendarButtonProps
  extends Pick<Props, 'value' | 'min' | 'max' | 'isDayOff' | 'disabled'> {
  onPick: (date: CivilDate) => void
}

function CalendarButton({ disabled, onPick, ...calendar }: CalendarButtonProps) {
  const [open, setOpen] = useState(false)
  return (
    <Popover
      opened={open}
      onChange={setOpen}
      position="bottom-end"
      returnFocus
      withRoles={false}
      shadow="md"
    >
      <Popover.Target>
        <IconButton
          icon={IconCalendar}
          label={m.ui_date_open_calendar()}
          aria-haspopup="dialog"
          aria-expanded={open}
          disabled={disabled}
          onClick={() => setOpen(!open)}
        />
      </Popover.Target>
      <Popover.Dropdown role="dialog" aria-label={m.ui_date_open_calendar()}>
        <Suspense fallback={<ListSkeleton rows={3} />}>
          <DayCalendar
            {...calendar}
            onPick={(date) => {
              onPick(date)
              setOpen(false)
            }}
          />
        </Suspense>
      </Popover.Dropdown>
    </Popover>
  )
}
