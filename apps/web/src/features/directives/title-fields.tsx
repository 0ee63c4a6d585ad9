import { Textarea } from '@mantine/core'
import { m } from '../../paraglide/messages.js'
import type { DocumentProps } from './document-draft.ts'

/** The name of the document and its abstract. */
export function TitleFields({ value, change, errors }: DocumentProps) {
  return (
    <>
      <Textarea
        label={m.directives_title()}
        withAsterisk
        autosize
        minRows={1}
        maxRows={5}
        maxLength={1000}
        value={value.title}
        error={errors.title}
        description={m.directives_title_hint()}
        data-path="title"
        onChange={(event) => change({ title: event.target.value.replace(/\s*\n\s*/g, ' ') })}
        onKeyDown={(event) => {
          // A name is one line, however long.
          if (event.key === 'Enter' && !event.ctrlKey && !event.metaKey) event.preventDefault()
        }}
      />
      <Textarea
        label={m.directives_abstract()}
        description={m.directives_abstract_hint()}
        autosize
        minRows={2}
        maxRows={8}
        maxLength={2000}
        value={value.abstract}
        error={errors.abstract}
        data-path="abstract"
        onChange={(event) => change({ abstract: event.target.value })}
      />
    </>
  )
}
