import { IconArrowMerge, IconEdit } from '@tabler/icons-react'
import type { Schema } from '../../api/types.ts'
import { unitTypeWords } from '../../lib/unit-terms.ts'
import { m } from '../../paraglide/messages.js'
import { IconButton } from '../../ui/button.tsx'
import type { Column } from '../../ui/data-table.tsx'
import classes from './admin.module.css'
import { Validity } from './validity.tsx'

type Unit = Schema<'Unit'>

interface Acts {
  onEdit: (unit: Unit) => void
  /** Merge it, rename it, or let it end. */
  onEnd: (unit: Unit) => void
}

export const unitColumns = ({ onEdit, onEnd }: Acts): Column<Unit>[] => [
  {
    key: 'name',
    header: m.units_name(),
    lead: true,
    cell: ({ name, shortName, successor, predecessors }) => (
      <>
        {name}
        {shortName !== name && <span className={classes.side}>{shortName}</span>}
        {successor && (
          <span className={classes.side}>{m.units_succeeded_by({ name: successor.name })}</span>
        )}
        {predecessors.length > 0 && (
          <span className={classes.side}>
            {m.units_took_over({ names: predecessors.map((unit) => unit.name).join('; ') })}
          </span>
        )}
      </>
    ),
  },
  {
    key: 'code',
    header: m.units_code(),
    cell: ({ code }) => <code className={classes.code}>{code}</code>,
  },
  {
    key: 'type',
    header: m.units_type(),
    cell: ({ type }) => unitTypeWords[type](),
  },
  {
    key: 'validity',
    header: m.units_validity(),
    cell: (unit) => <Validity {...unit} />,
  },
  {
    key: 'acts',
    header: m.units_acts(),
    width: '7rem',
    cell: (unit) => (
      <span className={classes.rowActs}>
        <IconButton
          icon={IconEdit}
          label={m.units_edit_one({ name: unit.name })}
          onClick={() => onEdit(unit)}
        />
        {unit.successorId === null && (
          <IconButton
            icon={IconArrowMerge}
            label={m.units_end_one({ name: unit.name })}
            onClick={() => onEnd(unit)}
          />
        )}
      </span>
    ),
  },
]
