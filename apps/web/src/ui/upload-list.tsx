import {
  IconAlertTriangleFilled,
  IconCheck,
  IconFile,
  IconRefresh,
  IconX,
} from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { formatBytes } from '../lib/format.ts'
import { m } from '../paraglide/messages.js'
import { IconButton } from './button.tsx'
import classes from './files.module.css'

export interface UploadItem {
  key: string
  name: string
  size: number
  status: 'waiting' | 'sending' | 'done' | 'failed'
  /** How much was sent, 0–1. */
  share: number
  /** Why it failed. */
  reason?: string | null
}

interface Props<Item extends UploadItem> {
  items: readonly Item[]
  onRemove: (key: string) => void
  onRetry: (key: string) => void
  /** Beside a file that was uploaded: its signature, its role. */
  detail?: (item: Item) => ReactNode
}

/** Files on their way: how far, what went wrong, and the way to cancel or try again. */
export function UploadList<Item extends UploadItem>(props: Props<Item>) {
  const { items, onRemove, onRetry, detail } = props
  if (items.length === 0) return null
  return (
    <ul className={classes.list} aria-label={m.ui_file_list()}>
      {items.map((item) => (
        <li key={item.key} className={classes.item} data-status={item.status}>
          <Mark status={item.status} />
          <div className={classes.words}>
            <span className={classes.name}>{item.name}</span>{' '}
            <span className={classes.note}>{formatBytes(item.size)}</span>
            <div className={classes.note} aria-live="polite">
              {statusText(item)}
            </div>
            {item.status === 'sending' && (
              <progress
                className={classes.progress}
                max={1}
                value={item.share}
                aria-label={item.name}
              />
            )}
            {item.status === 'done' && detail?.(item)}
          </div>
          {item.status === 'failed' && (
            <IconButton
              icon={IconRefresh}
              label={m.ui_file_retry({ name: item.name })}
              onClick={() => onRetry(item.key)}
            />
          )}
          <IconButton
            icon={IconX}
            label={
              item.status === 'sending' || item.status === 'waiting'
                ? m.ui_file_cancel({ name: item.name })
                : m.ui_file_remove({ name: item.name })
            }
            onClick={() => onRemove(item.key)}
          />
        </li>
      ))}
    </ul>
  )
}

function Mark({ status }: Pick<UploadItem, 'status'>) {
  const Icon =
    status === 'done' ? IconCheck : status === 'failed' ? IconAlertTriangleFilled : IconFile
  return <Icon size={18} aria-hidden className={classes.mark} />
}

function statusText({ status, share, reason }: UploadItem): string {
  switch (status) {
    case 'waiting':
      return reason ?? m.ui_file_waiting()
    case 'sending':
      // All sent, but the server still looks at it.
      return share >= 1
        ? m.ui_file_checking()
        : m.ui_file_uploading({ percent: Math.floor(share * 100) })
    case 'done':
      return m.ui_file_done()
    case 'failed':
      return reason ? `${m.ui_file_failed()}: ${reason}` : m.ui_file_failed()
  }
}
