import { Modal } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import { lazy, Suspense, useState } from 'react'
import type { Schema } from '../../../api/types.ts'
import { m } from '../../../paraglide/messages.js'
import { Button } from '../../../ui/button.tsx'
import { DetailSkeleton } from '../../../ui/skeletons.tsx'

const AddTaskForm = lazy(() =>
  import('./add-task-form.tsx').then((module) => ({ default: module.AddTaskForm })),
)

interface Props {
  directive: Schema<'Directive'>
  disabledReason: string | null
}

/** One more task for a directive already entered. */
export function AddTask({ directive, disabledReason }: Props) {
  const [opened, setOpened] = useState(false)
  const close = () => setOpened(false)
  return (
    <>
      <Button icon={IconPlus} disabledReason={disabledReason} onClick={() => setOpened(true)}>
        {m.directives_add_task()}
      </Button>
      <Modal opened={opened} onClose={close} size="xl" title={m.directives_add_task_title()}>
        <Suspense fallback={<DetailSkeleton />}>
          <AddTaskForm directive={directive} onDone={close} />
        </Suspense>
      </Modal>
    </>
  )
}
