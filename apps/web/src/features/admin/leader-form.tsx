import type { CivilDate } from '@dunghan/domain'
import { TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import { answer, client, ifMatch } from '../../api/client.ts'
import type { Schema } from '../../api/types.ts'
import { m } from '../../paraglide/messages.js'
import { notifyDone } from '../../ui/notify.ts'
import { forget } from './queries.ts'
import { RecordForm } from './record-form.tsx'
import { useSave } from './use-save.ts'
import { ValidityFields } from './validity-fields.tsx'

type Leader = Schema<'Leader'>

interface Props {
  /** Null for a new one. */
  leader: Leader | null
  onDone: () => void
}

interface Values extends Record<string, unknown> {
  name: string
  position: string
  validFrom: CivilDate | null
  validTo: CivilDate | null
}

/** Someone who directs work: chosen by name when a directive is entered, counted by in figures. */
export function LeaderForm({ leader, onDone }: Props) {
  const required = (text: string) => (text.trim() ? null : m.units_required())
  const form = useForm<Values>({
    initialValues: {
      name: leader?.name ?? '',
      position: leader?.position ?? '',
      validFrom: leader?.validFrom ?? null,
      validTo: leader?.validTo ?? null,
    },
    validate: { name: required, position: required },
  })
  const saved = useSave(
    form,
    (values, headers) => save(leader, values, headers),
    (result: Leader) => {
      forget('leaders')
      notifyDone(m.units_saved({ name: result.name }))
      onDone()
    },
  )
  return (
    <RecordForm {...saved} onCancel={onDone} act={leader ? m.units_save() : m.leaders_create()}>
      <TextInput
        {...form.getInputProps('name')}
        label={m.leaders_name()}
        withAsterisk
        maxLength={100}
        data-autofocus
      />
      <TextInput
        {...form.getInputProps('position')}
        label={m.leaders_position()}
        description={m.leaders_position_hint()}
        withAsterisk
        maxLength={200}
      />
      <ValidityFields from={form.getInputProps('validFrom')} to={form.getInputProps('validTo')} />
    </RecordForm>
  )
}

function save(leader: Leader | null, body: Values, headers: Record<string, string>) {
  if (!leader) return answer(client.POST('/api/v1/leaders', { body, headers }))
  const params = { path: { id: leader.id }, header: ifMatch(leader.version) }
  return answer(client.PATCH('/api/v1/leaders/{id}', { params, body, headers }))
}
