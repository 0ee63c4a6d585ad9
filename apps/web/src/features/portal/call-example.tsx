import { IconPlayerPlay } from '@tabler/icons-react'
import { useState } from 'react'
import { formatNumber } from '../../lib/format.ts'
import { m } from '../../paraglide/messages.js'
import { Button } from '../../ui/button.tsx'
import { CodeBox, CopyBlock } from '../../ui/copy-text.tsx'
import { Panel } from '../../ui/panel.tsx'
import classes from './developers.module.css'
import { codeOf, type ExampleCall, type ExampleLanguage } from './example-calls.ts'
import { type TriedAnswer, tryCall } from './try-call.ts'

type Outcome = { step: 'running' } | { step: 'failed' } | { step: 'done'; answer: TriedAnswer }

interface Props {
  call: ExampleCall
  language: ExampleLanguage
}

/** One call: what it is for, how it is written, and what it answers right now. */
export function CallExample({ call: { title, about, address }, language }: Props) {
  const [outcome, setOutcome] = useState<Outcome | null>(null)
  const run = () => {
    setOutcome({ step: 'running' })
    void tryCall(address).then(
      (answer) => setOutcome({ step: 'done', answer }),
      () => setOutcome({ step: 'failed' }),
    )
  }
  return (
    <Panel title={title}>
      <p className={classes.about}>{about}</p>
      <CopyBlock
        text={codeOf(address, language)}
        what={title}
        tools={
          <Button
            small
            variant="primary"
            icon={IconPlayerPlay}
            loading={outcome?.step === 'running'}
            aria-label={`${outcome ? m.developers_run_again() : m.developers_run()}: ${title}`}
            onClick={run}
          >
            {outcome ? m.developers_run_again() : m.developers_run()}
          </Button>
        }
      />
      <div role="status">
        {outcome?.step === 'failed' && (
          <p className={classes.failed}>{m.developers_answer_failed()}</p>
        )}
        {outcome?.step === 'done' && (
          <p className={classes.line}>
            {m.developers_answer()}:{' '}
            <strong>
              {m.developers_answer_line({
                status: outcome.answer.status,
                time: formatNumber(outcome.answer.time),
                size: sizeWords(outcome.answer.size),
              })}
            </strong>
          </p>
        )}
      </div>
      {outcome?.step === 'done' && <Answer title={title} answer={outcome.answer} />}
    </Panel>
  )
}

function Answer({ title, answer: { text, cut } }: { title: string; answer: TriedAnswer }) {
  const more = cut > 0 ? `\n${m.developers_answer_cut({ size: sizeWords(cut) })}` : ''
  return <CodeBox answer text={text + more} label={`${m.developers_answer()}: ${title}`} />
}

const sizeWords = (bytes: number) =>
  bytes < 1024 ? `${formatNumber(bytes)} B` : `${formatNumber(Math.round(bytes / 1024))} KB`
