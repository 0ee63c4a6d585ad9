import { type DirectiveKind, directiveKinds } from '@dunghan/domain'
import { NativeSelect } from '@mantine/core'
import type { Schema } from '../../api/types.ts'
import { kindWords } from '../../lib/terms.ts'
import { m } from '../../paraglide/messages.js'
import type { DocumentProps } from './document-draft.ts'
import { DrafterField } from './drafter-field.tsx'
import classes from './form.module.css'
import { IssueFields } from './issue-fields.tsx'
import { NumberFields } from './number-fields.tsx'
import { PeopleFields } from './people-fields.tsx'
import { TitleFields } from './title-fields.tsx'
import { VisibilityField } from './visibility-field.tsx'

interface Props extends DocumentProps {
  leaders: readonly Schema<'Leader'>[]
  /** Those who may have drafted it. */
  drafters: readonly Schema<'AccountRef'>[]
  signer?: string | null
  /** When it was entered, for one that is already. */
  enteredAt?: string
}

/** Everything said of the document itself. */
export function DocumentFields({ leaders, drafters, signer, enteredAt, ...document }: Props) {
  const { value, change, errors } = document
  return (
    <div className={classes.fields}>
      <div className={classes.row3}>
        <NativeSelect
          label={m.directives_kind()}
          description={m.directives_kind_hint()}
          withAsterisk
          data={directiveKinds.map((code) => ({ value: code, label: kindWords[code]() }))}
          value={value.kind}
          error={errors.kind}
          data-path="kind"
          data-autofocus
          onChange={(event) => change({ kind: event.target.value as DirectiveKind })}
        />
        <NumberFields {...document} />
      </div>
      <TitleFields {...document} />
      <div className={classes.row2}>
        <IssueFields {...document} enteredAt={enteredAt} />
        <PeopleFields {...document} leaders={leaders} signer={signer} />
        <DrafterField {...document} drafters={drafters} />
        <VisibilityField {...document} />
      </div>
    </div>
  )
}
