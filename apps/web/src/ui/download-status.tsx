import { IconAlertTriangleFilled, IconCheck, IconRefresh, IconX } from '@tabler/icons-react'
import type { Downloaded, DownloadProgress } from '../api/download.ts'
import type { ApiProblem } from '../api/problem.ts'
import type { Download, DownloadState } from '../api/use-download.ts'
import { formatBytes, formatNumber } from '../lib/format.ts'
import { m } from '../paraglide/messages.js'
import { IconButton } from './button.tsx'
import classes from './download.module.css'

/** How far a download is, what became of it, and the way to end it or to try again. */
export function DownloadStatus({ state, cancel, retry }: Omit<Download, 'start'>) {
  return (
    <>
      {/* Says when it begins and ends; how far it is, the bar tells whoever asks. */}
      <p role="status" className="visually-hidden">
        {announcement(state)}
      </p>
      {state.step !== 'idle' && (
        <div className={classes.status} data-step={state.step}>
          <Words state={state} />
          {state.step === 'failed' && (
            <IconButton icon={IconRefresh} label={m.ui_retry()} onClick={retry} />
          )}
          <IconButton
            icon={IconX}
            label={state.step === 'running' ? m.ui_download_cancel() : m.ui_close()}
            onClick={cancel}
          />
        </div>
      )}
    </>
  )
}

function Words({ state }: { state: Exclude<DownloadState, { step: 'idle' }> }) {
  if (state.step === 'running') {
    return (
      <div className={classes.words}>
        {progressText(state.progress)}
        <progress
          aria-label={m.ui_download_progress()}
          className={classes.progress}
          {...shareOf(state.progress)}
        />
      </div>
    )
  }
  const Icon = state.step === 'done' ? IconCheck : IconAlertTriangleFilled
  return (
    <>
      <Icon size={18} aria-hidden className={classes.mark} />
      <div className={classes.words}>
        {state.step === 'done' ? doneText(state.downloaded) : <Failure {...state} />}
      </div>
    </>
  )
}

function Failure({ problem }: { problem: ApiProblem }) {
  return (
    <>
      <strong>{problem.title}</strong>
      {problem.detail && <div>{problem.detail}</div>}
    </>
  )
}

/** Without a share the bar only says that something is under way. */
function shareOf(progress: DownloadProgress | null): { value?: number; max?: number } {
  if (!progress || progress.received === null || !progress.rows) return {}
  return { value: progress.received, max: progress.rows }
}

function progressText(progress: DownloadProgress | null): string {
  if (!progress) return m.ui_download_preparing()
  const { bytes, received, rows } = progress
  const size = formatBytes(bytes)
  if (rows === null) return m.ui_download_size({ size })
  if (received === null) return m.ui_download_all({ rows: formatNumber(rows), size })
  return m.ui_download_of({ received: formatNumber(received), rows: formatNumber(rows), size })
}

const doneText = ({ name, bytes, rows }: Downloaded) =>
  rows === null
    ? m.ui_download_done({ name, size: formatBytes(bytes) })
    : m.ui_download_done_rows({ name, rows: formatNumber(rows), size: formatBytes(bytes) })

function announcement(state: DownloadState): string {
  switch (state.step) {
    case 'idle':
      return ''
    case 'running':
      return m.ui_download_preparing()
    case 'done':
      return doneText(state.downloaded)
    case 'failed':
      return `${state.problem.title}. ${state.problem.detail}`
  }
}
