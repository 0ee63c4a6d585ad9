import { foldText } from '@dunghan/domain'
import { Autocomplete, type ComboboxItem, type OptionsFilter, Select } from '@mantine/core'
import type { Schema } from '../../api/types.ts'
import { m } from '../../paraglide/messages.js'
import type { DocumentProps } from './document-draft.ts'

interface Props extends DocumentProps {
  leaders: readonly Schema<'Leader'>[]
  /** Who signed the file, when its signature says so. */
  signer?: string | null
}

/** Who directed and who signed; both found by typing without marks. */
export function PeopleFields({ value, change, errors, leaders, signer }: Props) {
  const names = [...new Set([...(signer ? [signer] : []), ...leaders.map(({ name }) => name)])]
  return (
    <>
      <Select
        label={m.directives_directed_by()}
        withAsterisk
        searchable
        selectFirstOptionOnChange
        checkIconPosition="right"
        data={leaders.map(({ id, name, position }) => ({
          value: id,
          label: `${name}, ${position}`,
        }))}
        filter={byFoldedText}
        value={value.directedById}
        error={errors.directedById}
        placeholder={m.directives_leader_placeholder()}
        nothingFoundMessage={m.directives_leader_none()}
        data-path="directedById"
        onChange={(directedById) => change({ directedById })}
      />
      <Autocomplete
        label={m.directives_signed_by()}
        withAsterisk
        selectFirstOptionOnChange
        data={names}
        filter={byFoldedText}
        value={value.signedBy}
        error={errors.signedBy}
        maxLength={100}
        data-path="signedBy"
        onChange={(signedBy) => change({ signedBy })}
      />
    </>
  )
}

/** Each word typed is somewhere in the option, whatever its case and marks. */
export const byFoldedText: OptionsFilter = ({ options, search }) => {
  const words = foldText(search).split(' ').filter(Boolean)
  return (options as ComboboxItem[]).filter(({ label }) => {
    const text = foldText(label)
    return words.every((word) => text.includes(word))
  })
}
