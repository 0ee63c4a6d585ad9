import type { ReviewVerdict } from '@dunghan/domain'
import { Textarea } from '@mantine/core'
import { IconAlertTriangle } from '@tabler/icons-react'
import { type FormEvent, type Ref, useState } from 'react'
import type { ApiProblem } from '../api/problem.ts'
import { contradicts } from '../lib/verdict-hint.ts'
import { m } from '../paraglide/messages.js'
import { Button } from './button.tsx'
import { ErrorState } from './error-state.tsx'
import { VerdictChoice } from './verdict-choice.tsx'
import classes from './verdict-form.module.css'

export interface VerdictDraft {
  verdict: ReviewVerdict | null
  comment: string
}

export const emptyVerdict: VerdictDraft = { verdict: null, comment: '' }

interface Props {
  draft: VerdictDraft
  onDraft: (draft: VerdictDraft) => void
  onSend: (verdict: ReviewVerdict, comment: string) => void
  sending: boolean
  problem: ApiProblem | null
  /** The keys that choose a verdict are shown. */
  keys?: boolean
  commentRef?: Ref<HTMLTextAreaElement>
  formRef?: Ref<HTMLFormElement>
}

/** The office's verdict on one report: đạt or không đạt, with the comment the unit reads. */
export function VerdictForm(props: Props) {
  const { draft, onDraft, onSend, sending, problem, keys, commentRef, formRef } = props
  const { verdict, comment } = draft
  const [tried, setTried] = useState(false)
  // What was sent once although it contradicts itself: sent again, it is meant.
  const [doubted, setDoubted] = useState<string | null>(null)
  const refused = verdict === 'unsatisfactory'
  const lacksComment = refused && !comment.trim()
  const fieldError = problem?.errors.find(({ pointer }) => pointer === '/comment')?.detail

  const contradictory = verdict !== null && contradicts(verdict, comment)
  const meant = doubted === `${verdict} ${comment}`

  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    if (sending) return
    setTried(true)
    if (!verdict) event.currentTarget.querySelector('input')?.focus()
    else if (lacksComment) event.currentTarget.querySelector('textarea')?.focus()
    else if (contradictory && !meant) setDoubted(`${verdict} ${comment}`)
    else onSend(verdict, comment.trim())
  }

  return (
    <form ref={formRef} className={classes.form} onSubmit={submit} noValidate>
      <VerdictChoice
        value={verdict}
        keys={keys}
        error={tried && !verdict ? m.reviews_choose_verdict() : null}
        onChange={(chosen) => onDraft({ ...draft, verdict: chosen })}
      />
      <Textarea
        ref={commentRef}
        label={m.reviews_comment()}
        description={m.reviews_comment_hint()}
        required={refused}
        autosize
        minRows={4}
        maxRows={14}
        maxLength={5000}
        value={comment}
        error={tried && lacksComment ? m.reviews_comment_required() : fieldError}
        onChange={(event) => onDraft({ ...draft, comment: event.target.value })}
        onKeyDown={(event) => {
          if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
            event.preventDefault()
            event.currentTarget.form?.requestSubmit()
          }
        }}
      />
      <div role="status">
        {contradictory && (
          <p className={classes.warning}>
            <IconAlertTriangle size={17} aria-hidden />
            <span>
              {refused ? m.reviews_contradicts_refused() : m.reviews_contradicts_accepted()}
              {meant && <strong> {m.reviews_contradicts_again()}</strong>}
            </span>
          </p>
        )}
      </div>
      {problem && !fieldError && <ErrorState problem={problem} />}
      <Button type="submit" variant={refused ? 'danger' : 'primary'} loading={sending}>
        {verdict === null
          ? m.reviews_send()
          : refused
            ? m.reviews_send_refused()
            : m.reviews_send_accepted()}
        {keys && <kbd className={classes.key}>Ctrl Enter</kbd>}
      </Button>
    </form>
  )
}
