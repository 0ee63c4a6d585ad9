import { useForm } from '@mantine/form'
import { useState } from 'react'
import { answer, client } from '../../../api/client.ts'
import { formatBytes } from '../../../lib/format.ts'
import { m } from '../../../paraglide/messages.js'
import { FileDrop } from '../../../ui/file-drop.tsx'
import { ChangeForm, GroundFields, required } from './change-form.tsx'
import { ExportLink } from './export-link.tsx'
import { type CalendarFile, mostBytes, readCalendarFile } from './read-calendar-file.ts'
import { useCalendarChange } from './use-calendar-change.ts'

interface Values extends Record<string, unknown> {
  file: CalendarFile | null
  reason: string
  document: string
}

/** A year as announced, from a file: all of it or nothing. */
export function ImportForm({ year, onDone }: { year: number; onDone: () => void }) {
  const form = useForm<Values>({
    initialValues: { file: null, reason: '', document: '' },
    validate: {
      file: (file) => (file ? null : m.calendar_import_no_file()),
      reason: required,
      document: required,
    },
  })
  const [refused, setRefused] = useState<string | null>(null)
  const change = useCalendarChange(form, ({ file, reason, document }, { params, headers }) =>
    answer(
      client.POST('/api/v1/calendar/imports', {
        params,
        body: {
          year,
          format: file?.format ?? 'csv',
          content: file?.content ?? '',
          reason,
          document,
        },
        headers,
      }),
    ),
  )
  const take = async ([file]: File[]) => {
    if (!file) return
    const read = await readCalendarFile(file)
    setRefused(typeof read === 'string' ? read : null)
    form.setFieldValue('file', typeof read === 'string' ? null : read)
  }
  const { file } = form.values
  const { foreseen } = change
  return (
    <ChangeForm change={change} onDone={onDone}>
      <p>{m.calendar_import_hint({ year })}</p>
      <p>
        {m.calendar_import_format()} <ExportLink year={year} small />
      </p>
      <FileDrop
        label={m.calendar_import_drop()}
        accept=".csv,.ics"
        limit={m.calendar_import_limit({ size: formatBytes(mostBytes) })}
        maxSize={mostBytes}
        onFiles={take}
        error={refused ?? form.errors.file}
        data-path="file"
      />
      {file && (
        <p role="status">
          {m.calendar_import_chosen({
            name: file.name,
            lines: file.content.trim().split(/\r\n|\r|\n/).length,
          })}
        </p>
      )}
      <GroundFields form={form} documentRequired />
      {foreseen && (
        <p>
          {m.calendar_import_days({
            year,
            count: foreseen.year.days.filter(({ kind, name }) => kind !== 'working' || name).length,
          })}
        </p>
      )}
    </ChangeForm>
  )
}
