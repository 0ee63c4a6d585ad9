import { type Visibility, visibilities } from '@dunghan/domain'
import { NativeSelect } from '@mantine/core'
import { IconAlertTriangle } from '@tabler/icons-react'
import { visibilityWords } from '../../lib/desk-terms.ts'
import { m } from '../../paraglide/messages.js'
import type { DocumentProps } from './document-draft.ts'
import classes from './form.module.css'

const hints: Record<Visibility, () => string> = {
  public: m.directives_visibility_public_hint,
  metadata: m.directives_visibility_metadata_hint,
  internal: m.directives_visibility_internal_hint,
}

/** Who may see it; what nobody may put here at all is said beside it (Đ2.2). */
export function VisibilityField({ value, change, errors }: DocumentProps) {
  return (
    <>
      <NativeSelect
        label={m.directives_visibility()}
        description={hints[value.visibility]()}
        inputWrapperOrder={['label', 'input', 'description', 'error']}
        data={visibilities.map((code) => ({ value: code, label: visibilityWords[code]() }))}
        value={value.visibility}
        error={errors.visibility}
        data-path="visibility"
        onChange={(event) => change({ visibility: event.target.value as Visibility })}
      />
      <p className={`${classes.warning} ${classes.wide}`}>
        <IconAlertTriangle size={16} aria-hidden /> {m.directives_secrets_warning()}
      </p>
    </>
  )
}
