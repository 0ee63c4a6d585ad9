import { IconEdit } from '@tabler/icons-react'
import type { Schema } from '../../api/types.ts'
import { unitTypeWords } from '../../lib/terms.ts'
import { m } from '../../paraglide/messages.js'
import { IconButton } from '../../ui/button.tsx'
import type { Column } from '../../ui/data-table.tsx'
import classes from './admin.module.css'
import { Validity } from './validity.tsx'

type Unit = Schema<'Unit'>

export const unitColumns = (onEdit: (unit: Unit) => void): Column<Unit>[] => [
  {
    key: 'name',
    header: m.units_name(),
    lead: true,
    cell: ({ name, shortName }) => (
      <>
        {name}
        {shortName !== name && <span className={classes.side}>{shortName}</span>}
      </>
    ),
  },
  {
    key: 'code',
    header: m.units_code(),
    width: '16rem',
    cell: ({ code }) => <code className={classes.code}>{code}</code>,
  },
  {
    key: 'type',
    header: m.units_type(),
    width: '14rem',
    cell: ({ type }) => unitTypeWords[type](),
  },
  {
    key: 'validity',
    header: m.units_validity(),
    width: '13rem',
    cell: (unit) => <Validity {...unit} />,
  },
  {
    key: 'acts',
    header: m.units_acts(),
    width: '5rem',
    cell: (unit) => (
      <IconButton
        icon={IconEdit}
        label={m.units_edit_one({ name: unit.name })}
        onClick={() => onEdit(unit)}
      />
    ),
  },
]
