import { splitDocumentNumber } from '@dunghan/domain'
import { Textarea, TextInput } from '@mantine/core'
import type { UseFormReturnType } from '@mantine/form'
import { useToday } from '../../lib/use-now.ts'
import { m } from '../../paraglide/messages.js'
import { CivilDateInput } from '../../ui/civil-date-input.tsx'
import { LocalTimeInput } from '../../ui/local-time-input.tsx'
import classes from './assignment.module.css'
import type { ReportDraft } from './report-draft.ts'

/** Fields side by side begin at one height, whichever has a hint. */
const below: ('label' | 'input' | 'description' | 'error')[] = [
  'label',
  'input',
  'description',
  'error',
]

/** The metadata of the report's document (Đ7.5b). */
export function ReportFields({ form }: { form: UseFormReturnType<ReportDraft> }) {
  const today = useToday()
  const number = form.getInputProps('number')
  return (
    <>
      <TextInput
        {...form.getInputProps('title')}
        label={m.assignments_report_title()}
        placeholder={m.assignments_report_title_example()}
        maxLength={500}
        required
      />
      <div className={classes.pair}>
        <TextInput
          {...number}
          label={m.assignments_number()}
          inputWrapperOrder={below}
          description={m.assignments_number_hint()}
          maxLength={80}
          required
          onBlur={() => {
            const parts = splitDocumentNumber(form.values.number)
            if (parts) form.setValues({ number: parts.number, symbol: parts.symbol })
          }}
        />
        <TextInput
          {...form.getInputProps('symbol')}
          label={m.assignments_symbol()}
          inputWrapperOrder={below}
          description={m.assignments_symbol_hint()}
          maxLength={60}
          required
        />
      </div>
      <div className={classes.pair}>
        <CivilDateInput
          {...form.getInputProps('issuedOn')}
          value={form.values.issuedOn}
          label={m.assignments_issued_on()}
          max={today}
          required
        />
        <LocalTimeInput
          {...form.getInputProps('issuedTime')}
          value={form.values.issuedTime}
          label={m.assignments_issued_time()}
          inputWrapperOrder={below}
          description={m.assignments_issued_time_hint()}
        />
        <TextInput
          {...form.getInputProps('signedBy')}
          label={m.assignments_signed_by()}
          maxLength={100}
          required
        />
      </div>
      <Textarea
        {...form.getInputProps('abstract')}
        label={m.assignments_abstract()}
        autosize
        minRows={2}
        maxLength={2000}
      />
      <Textarea
        {...form.getInputProps('summary')}
        label={m.assignments_summary()}
        description={m.assignments_summary_hint()}
        autosize
        minRows={4}
        maxLength={10_000}
      />
    </>
  )
}
