import { Modal } from '@mantine/core'
import { type ReactNode, Suspense, useEffect, useRef } from 'react'
import { leaving } from '../../lib/use-unsaved.ts'
import { m } from '../../paraglide/messages.js'
import { DetailSkeleton } from '../../ui/skeletons.tsx'

interface Props {
  /** Null while nothing is being created or edited. */
  title: string | null
  onClose: () => void
  children: ReactNode
}

/** Where a record is created or edited; the form comes when it is first needed. */
export function RecordDialog({ title, onClose, children }: Props) {
  return (
    <Modal
      opened={title !== null}
      onClose={() => leaving(onClose)}
      title={title}
      size="lg"
      closeButtonProps={{ 'aria-label': m.ui_close() }}
    >
      <Suspense fallback={<DetailSkeleton />}>
        <Arrived>{children}</Arrived>
      </Suspense>
    </Modal>
  )
}

/** The dialog takes the focus as it opens; a form that comes later is handed it where it asks. */
function Arrived({ children }: { children: ReactNode }) {
  const frame = useRef<HTMLDivElement>(null)
  useEffect(() => frame.current?.querySelector<HTMLElement>('[data-autofocus]')?.focus(), [])
  return <div ref={frame}>{children}</div>
}
