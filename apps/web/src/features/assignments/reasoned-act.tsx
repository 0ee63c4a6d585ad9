import { IconArrowBackUp, IconBan } from '@tabler/icons-react'
import { useMutation, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useActOnce } from '../../api/act-once.ts'
import type { AssignmentDetail } from '../../api/assignments.ts'
import { allUnits, heirOf } from '../../api/reference-data.ts'
import { m } from '../../paraglide/messages.js'
import { Button } from '../../ui/button.tsx'
import { ConfirmDialog } from '../../ui/confirm.tsx'
import { notifyDone } from '../../ui/notify.ts'
import { reopenAssignment, withdrawAssignment } from './queries.ts'

interface Props {
  act: 'reopen' | 'withdraw'
  assignment: AssignmentDetail
  disabledReason: string | null
}

const words = {
  reopen: {
    icon: IconArrowBackUp,
    act: m.assignments_reopen,
    title: m.assignments_reopen_title,
    effect: m.assignments_reopen_effect,
    done: m.assignments_reopen_done,
  },
  withdraw: {
    icon: IconBan,
    act: m.assignments_withdraw,
    title: m.assignments_withdraw_title,
    effect: m.assignments_withdraw_effect,
    done: m.assignments_withdraw_done,
  },
} as const

/** An act that needs a reason and says what will happen. */
export function ReasonedAct({ act, assignment, disabledReason }: Props) {
  const [opened, setOpened] = useState(false)
  const once = useActOnce()
  const { mutateAsync } = useMutation(act === 'reopen' ? reopenAssignment : withdrawAssignment)
  const text = words[act]
  const { id, unit, version } = assignment
  // What is reopened is asked of whoever stands there now.
  const units = useQuery({ ...allUnits, enabled: opened && act === 'reopen' }).data ?? []
  const heir = act === 'reopen' ? heirOf(units, unit.id) : undefined
  return (
    <>
      <Button
        icon={text.icon}
        disabledReason={disabledReason}
        reasonBelow
        onClick={() => setOpened(true)}
      >
        {text.act()}
      </Button>
      <ConfirmDialog
        opened={opened}
        onClose={() => setOpened(false)}
        title={text.title()}
        act={text.act()}
        danger={act === 'withdraw'}
        reason="required"
        onConfirm={async (reason) => {
          // With the version: the same words are another act once the assignment has moved on.
          await mutateAsync({ id, reason, headers: once({ id, reason, version }) })
          notifyDone(text.done())
        }}
      >
        {heir
          ? m.assignments_reopen_effect_heir({ unit: unit.name, heir: heir.name })
          : text.effect({ unit: unit.name })}
      </ConfirmDialog>
    </>
  )
}
