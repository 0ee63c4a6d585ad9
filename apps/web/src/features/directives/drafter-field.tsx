import { Select } from '@mantine/core'
import type { Schema } from '../../api/types.ts'
import { useAccount } from '../../api/use-session.ts'
import { m } from '../../paraglide/messages.js'
import type { DocumentProps } from './document-draft.ts'
import { byFoldedText } from './people-fields.tsx'

interface Props extends DocumentProps {
  drafters: readonly Schema<'AccountRef'>[]
}

/** Who drafted the document and so may change it (Đ6.3a): oneself, unless another is named. */
export function DrafterField({ value, change, errors, drafters }: Props) {
  const { id: me } = useAccount()
  const nameOf = ({ id, displayName }: Schema<'AccountRef'>) =>
    id === me ? m.directives_drafted_by_me({ name: displayName }) : displayName
  const isMine = drafters.some(({ id }) => id === me)
  return (
    <Select
      label={m.directives_drafted_by()}
      withAsterisk
      searchable
      selectFirstOptionOnChange
      allowDeselect={false}
      checkIconPosition="right"
      data={drafters.map((one) => ({ value: one.id, label: nameOf(one) }))}
      filter={byFoldedText}
      value={value.draftedById ?? (isMine ? me : null)}
      error={errors.draftedById}
      nothingFoundMessage={m.directives_drafter_none()}
      data-path="draftedById"
      onChange={(draftedById) => change({ draftedById })}
    />
  )
}
