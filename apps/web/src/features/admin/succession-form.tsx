import { unitTypes } from '@dunghan/domain'
import { NativeSelect, Radio, Textarea, TextInput } from '@mantine/core'
import type { Schema } from '../../api/types.ts'
import { unitTypeWords } from '../../lib/unit-terms.ts'
import { m } from '../../paraglide/messages.js'
import { CivilDateInput } from '../../ui/civil-date-input.tsx'
import { UnitPicker } from '../../ui/unit-picker.tsx'
import classes from './admin.module.css'
import { codeFrom, type SuccessionKind, successionKinds } from './succession-draft.ts'
import type { SuccessionFormState } from './use-succession.ts'

interface Props {
  form: SuccessionFormState
  units: readonly Schema<'Unit'>[]
}

const kindWords: Record<SuccessionKind, { label: () => string; hint: () => string }> = {
  new: { label: m.units_kind_new, hint: m.units_kind_new_hint },
  existing: { label: m.units_kind_existing, hint: m.units_kind_existing_hint },
  none: { label: m.units_kind_none, hint: m.units_kind_none_hint },
}

/** Which units end, who takes their place, from when, and by which decision. */
export function SuccessionFields({ form, units }: Props) {
  const { unitIds, kind, endsOn } = form.values
  const { errors } = form
  const ofUnits = Object.entries(errors).find(([field]) => field.startsWith('unitIds'))?.[1]
  return (
    <>
      <UnitPicker
        label={m.units_ending()}
        description={m.units_ending_hint()}
        required
        units={units.filter(({ successorId }) => successorId === null)}
        value={unitIds}
        error={ofUnits}
        onChange={(ids) => form.setFieldValue('unitIds', ids)}
        data-path="unitIds"
      />
      <Radio.Group
        label={m.units_kind()}
        value={kind}
        onChange={(value) => form.setFieldValue('kind', value as SuccessionKind)}
      >
        <div className={classes.roles}>
          {successionKinds.map((one) => (
            <Radio
              key={one}
              value={one}
              label={kindWords[one].label()}
              description={kindWords[one].hint()}
            />
          ))}
        </div>
      </Radio.Group>
      {kind === 'new' && <NewUnitFields form={form} />}
      {kind === 'existing' && <ExistingUnitField form={form} units={units} />}
      <div className={classes.pair}>
        <CivilDateInput
          label={m.units_ends_on()}
          description={m.units_ends_on_hint()}
          required
          value={endsOn}
          error={errors.endsOn}
          onChange={(date) => form.setFieldValue('endsOn', date)}
          data-path="endsOn"
        />
        <TextInput
          {...form.getInputProps('document')}
          label={m.units_document()}
          description={m.units_document_hint()}
          maxLength={300}
        />
      </div>
      <Textarea
        {...form.getInputProps('reason')}
        label={m.ui_reason()}
        withAsterisk
        autosize
        minRows={2}
        maxLength={2000}
      />
    </>
  )
}

function NewUnitFields({ form }: Pick<Props, 'form'>) {
  const { name, code, shortName } = form.values.successor
  // While the name is typed, so that nothing is filled into a field one has just come to.
  const rename = (typed: string) => {
    if (code === codeFrom(name)) form.setFieldValue('successor.code', codeFrom(typed))
    if (shortName === name.trim()) form.setFieldValue('successor.shortName', typed.trim())
    form.setFieldValue('successor.name', typed)
  }
  return (
    <>
      <TextInput
        {...form.getInputProps('successor.name')}
        label={m.units_new_name()}
        withAsterisk
        maxLength={200}
        onChange={(event) => rename(event.target.value)}
      />
      <div className={classes.pair}>
        <TextInput
          {...form.getInputProps('successor.shortName')}
          label={m.units_short_name()}
          withAsterisk
          maxLength={100}
        />
        <TextInput
          {...form.getInputProps('successor.code')}
          label={m.units_code()}
          withAsterisk
          maxLength={40}
          spellCheck={false}
        />
      </div>
      <NativeSelect
        {...form.getInputProps('successor.type')}
        label={m.units_type()}
        data={unitTypes.map((code) => ({ value: code, label: unitTypeWords[code]() }))}
      />
    </>
  )
}

function ExistingUnitField({ form, units }: Props) {
  const { unitIds, successor } = form.values
  const free = units.filter(({ id, successorId }) => successorId === null && !unitIds.includes(id))
  return (
    <UnitPicker
      single
      required
      label={m.units_successor()}
      units={free}
      value={successor.id ? [successor.id] : []}
      error={form.errors['successor.id']}
      onChange={([id]) => form.setFieldValue('successor.id', id ?? null)}
      data-path="successor.id"
    />
  )
}
