import { type CivilDate, foldText, type UnitType, unitTypes } from '@dunghan/domain'
import { NativeSelect, TextInput } from '@mantine/core'
import { type UseFormReturnType, useForm } from '@mantine/form'
import { useQuery, useSuspenseQuery } from '@tanstack/react-query'
import { answer, client, ifMatch } from '../../api/client.ts'
import { allUnits, unitDetail } from '../../api/reference-data.ts'
import type { Schema } from '../../api/types.ts'
import { unitTypeWords } from '../../lib/unit-terms.ts'
import { m } from '../../paraglide/messages.js'
import { notifyDone } from '../../ui/notify.ts'
import { UnitPicker } from '../../ui/unit-picker.tsx'
import classes from './admin.module.css'
import { forget } from './queries.ts'
import { RecordForm } from './record-form.tsx'
import { useSave } from './use-save.ts'
import { ValidityFields } from './validity-fields.tsx'

type Unit = Schema<'Unit'>

interface Props {
  /** Null for a new one. */
  unit: Unit | null
  onDone: () => void
}

interface Values extends Record<string, unknown> {
  code: string
  name: string
  shortName: string
  type: UnitType
  validFrom: CivilDate | null
  validTo: CivilDate | null
  parentId: string | null
}

/**
 * A department, agency, commune …: how it is named and when it is in being. What comes after it is
 * said by the succession, which moves its work.
 */
export function UnitForm({ unit, onDone }: Props) {
  const others = useSuspenseQuery(allUnits).data.filter(({ id }) => id !== unit?.id)
  const form = useForm<Values>({
    initialValues: valuesOf(unit),
    validate: {
      name: (text) => (text.trim() ? null : m.units_required()),
      shortName: (text) => (text.trim() ? null : m.units_required()),
      code: (text) => (/^[a-z0-9][a-z0-9-]{0,39}$/.test(text.trim()) ? null : m.units_code_hint()),
    },
  })
  const saved = useSave(
    form,
    (values, headers) => save(unit, values, headers),
    (result: Unit) => {
      forget('units')
      notifyDone(m.units_saved({ name: result.name }))
      onDone()
    },
  )
  const { parentId, validTo } = form.values
  return (
    <RecordForm {...saved} onCancel={onDone} act={unit ? m.units_save() : m.units_create()}>
      <TextInput
        {...form.getInputProps('name')}
        label={m.units_name()}
        withAsterisk
        maxLength={200}
        data-autofocus
        onBlur={() => !unit && suggest(form)}
      />
      <div className={classes.pair}>
        <TextInput
          {...form.getInputProps('shortName')}
          label={m.units_short_name()}
          withAsterisk
          maxLength={100}
        />
        <TextInput
          {...form.getInputProps('code')}
          label={m.units_code()}
          withAsterisk
          maxLength={40}
          spellCheck={false}
        />
      </div>
      <NativeSelect
        {...form.getInputProps('type')}
        label={m.units_type()}
        data={unitTypes.map((code) => ({ value: code, label: unitTypeWords[code]() }))}
      />
      <ValidityFields from={form.getInputProps('validFrom')} to={form.getInputProps('validTo')} />
      {unit && validTo && <OpenWork unit={unit} />}
      <UnitPicker
        single
        label={m.units_parent()}
        units={others}
        value={parentId ? [parentId] : []}
        error={form.errors.parentId}
        onChange={(ids) => form.setFieldValue('parentId', ids[0] ?? null)}
      />
    </RecordForm>
  )
}

/** Before a unit is let end by its last day alone: what nobody would answer for then. */
function OpenWork({ unit }: { unit: Unit }) {
  const open = useQuery(unitDetail(unit.id)).data?.open
  const count = open ? open.lead + open.support : 0
  if (unit.successorId !== null || count === 0) return null
  return (
    <p className={classes.warn} role="status">
      {m.units_open_work({ count })}
    </p>
  )
}

const valuesOf = (unit: Unit | null): Values => ({
  code: unit?.code ?? '',
  name: unit?.name ?? '',
  shortName: unit?.shortName ?? '',
  type: unit?.type ?? 'department',
  validFrom: unit?.validFrom ?? null,
  validTo: unit?.validTo ?? null,
  parentId: unit?.parentId ?? null,
})

type Form = Pick<UseFormReturnType<Values>, 'values' | 'setFieldValue'>

/** A code and a short name from the name, where none was typed. */
function suggest(form: Form) {
  const { name, code, shortName } = form.values
  const slug = foldText(name)
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '')
    .slice(0, 40)
  if (!code) form.setFieldValue('code', slug)
  if (!shortName) form.setFieldValue('shortName', name.trim())
}

function save(unit: Unit | null, values: Values, headers: Record<string, string>) {
  const body = { ...values, code: values.code.trim() }
  if (!unit) return answer(client.POST('/api/v1/units', { body, headers }))
  const params = { path: { id: unit.id }, header: ifMatch(unit.version) }
  return answer(client.PATCH('/api/v1/units/{id}', { params, body, headers }))
}
