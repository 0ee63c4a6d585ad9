import type {
  PublicAssignmentDetail,
  PublicAssignmentListQuery,
  PublicAssignmentPage,
  PublicDirective,
  PublicLeaders,
  PublicStatisticsQuery,
  PublicUnitDetail,
  PublicUnitQuery,
  PublicUnits,
  Statistics,
} from '@dunghan/contract'
import { effectiveDueOn, momentAt } from '@dunghan/domain'
import type { Language } from '../../context.ts'
import { createUnlessChanged } from '../../db/unless-changed.ts'
import type { Deps } from '../../deps.ts'
import { pageOf, readCursor } from '../../paging.ts'
import { Refusal } from '../../refusal.ts'
import { groundAsOf, instantAsOf } from '../assignments/as-of.ts'
import { AssignmentCursor } from '../assignments/assignment-cursor.ts'
import { assignmentLifeStore } from '../assignments/assignment-life.store.ts'
import { sortKey } from '../assignments/assignment-sort.store.ts'
import { supportersIn, withdrawalOf } from '../assignments/assignments.mapper.ts'
import { assignmentStore } from '../assignments/assignments.store.ts'
import { directiveStore } from '../directives/directives.store.ts'
import { attachedFileStore, type FileRecord } from '../files/attached-files.store.ts'
import { leaderStore } from '../leaders/leaders.store.ts'
import { countAssignments } from '../statistics/count-assignments.ts'
import { unitStore } from '../units/units.store.ts'
import { narrowToUnits, unitsAsOf } from '../units/units-as-of.ts'
import {
  toPublicAssignment,
  toPublicAssignmentDetail,
  toPublicFiles,
  toPublicUnit,
} from './portal.mapper.ts'
import { portalStore } from './portal.store.ts'
import { publicFilter } from './public-filter.ts'

/** What anyone may read. `internal` is left out by the query itself, in lists and counts alike. */
export function portalService(deps: Pick<Deps, 'database' | 'rulebooks' | 'clock' | 'freshness'>) {
  const { database, rulebooks, clock } = deps
  const db = database.prisma
  /** A page is read anew each time; how many there are in all costs a hundred times as much. */
  const totalUnlessChanged = createUnlessChanged<number>(deps)

  const now = async () => {
    const at = clock()
    const { calendar, settings } = await rulebooks.current()
    return { at, calendar, moment: momentAt(calendar, at, settings.dueSoonDays) }
  }

  return {
    async listAssignments(query: PublicAssignmentListQuery): Promise<PublicAssignmentPage> {
      const { limit, cursor, sort, units, ...filters } = query
      const { moment } = await now()
      const asked = publicFilter(filters)
      const filter =
        units === 'by_successor' ? narrowToUnits(asked, await unitsAsOf(db, clock()), units) : asked
      const assignments = assignmentStore(db)
      const after = readCursor(cursor, AssignmentCursor)
      const [records, total] = await Promise.all([
        assignments.list(filter, moment, { sort, after, limit: limit + 1 }),
        totalUnlessChanged(JSON.stringify([filter, moment]), () =>
          assignments.count(filter, moment),
        ),
      ])
      const page = pageOf(records, limit, (record) => sortKey(sort, record), total)
      return { ...page, items: page.items.map((record) => toPublicAssignment(record, moment)) }
    },

    /** @throws Refusal `not-found`, also for what is not public */
    async getAssignment(id: string): Promise<PublicAssignmentDetail> {
      const { moment } = await now()
      const [found, life] = await Promise.all([
        assignmentStore(db).findById(id),
        assignmentLifeStore(db).find(id),
      ])
      const record = publicOnly(found)
      if (record.role !== 'lead' || !life) throw new Refusal('not-found')
      return toPublicAssignmentDetail(record, life, moment)
    },

    /** @throws Refusal `not-found`, also for what is not public */
    async getDirective(id: string): Promise<PublicDirective> {
      const { moment, calendar } = await now()
      const directive = publicOnly(await directiveStore(db).findById(id))
      const [files, tasks, records] = await Promise.all([
        attachedFileStore(db).listOfDirective(id),
        directiveStore(db).listTasks(id),
        assignmentStore(db).listOfDirective(id),
      ])
      const { kind, title, number, symbol, abstract, issuedOn, issuedTime, signedBy } = directive
      return {
        id,
        kind,
        title,
        number,
        symbol,
        abstract,
        issuedOn,
        issuedTime,
        signedBy,
        directedBy: { name: directive.directedBy.name, position: directive.directedBy.position },
        recordedAt: directive.recordedAt.toISOString(),
        files: toPublicFiles(files, directive.visibility),
        tasks: tasks.map((task) => {
          const own = records.filter(({ taskId }) => taskId === task.id)
          return {
            id: task.id,
            content: task.content,
            dueOn: task.dueOn,
            effectiveDueOn: effectiveDueOn(calendar, task.dueOn),
            assignments: own
              .filter(({ role }) => role === 'lead')
              .map((record) => toPublicAssignment(record, moment)),
            supportUnits: supportersIn(own),
          }
        }),
        withdrawal: withdrawalOf(directive),
      }
    },

    /** @throws Refusal `not-found`, also for what is not public */
    async getFile(id: string): Promise<FileRecord> {
      const file = await portalStore(db).findPublicFile(id)
      if (!file) throw new Refusal('not-found')
      return file
    },

    async listUnits(): Promise<PublicUnits> {
      return { items: (await unitStore(db).listAll()).map(toPublicUnit) }
    },

    /** A unit with its public figures. @throws Refusal `not-found` */
    async getUnit(
      code: string,
      { units }: PublicUnitQuery,
      language: Language,
    ): Promise<PublicUnitDetail> {
      const everyUnit = await unitStore(db).listAll()
      const unit = everyUnit.find((one) => one.code === code)
      if (!unit) throw new Refusal('not-found')
      const successor = everyUnit.find(({ id }) => id === unit.successorId)
      const predecessors = everyUnit.filter(({ successorId }) => successorId === unit.id)
      const { totals } = await countAssignments(
        db,
        publicFilter({ unit: [code] }),
        { groupBy: 'unit', basis: 'issued', units },
        await groundAsOf(deps, clock()),
        { language, unitKey: 'code' },
      )
      return {
        ...toPublicUnit(unit),
        validFrom: unit.validFrom,
        validTo: unit.validTo,
        successor: successor ? toPublicUnit(successor) : null,
        predecessors: predecessors.map((one) => ({ ...toPublicUnit(one), validTo: one.validTo })),
        figures: totals,
      }
    },

    async listLeaders(): Promise<PublicLeaders> {
      const leaders = await leaderStore(db).list([], null, 1000)
      return { items: leaders.map(({ name, position }) => ({ name, position })) }
    },

    async count(query: PublicStatisticsQuery, language: Language): Promise<Statistics> {
      const { groupBy, basis, from, to, asOf, units, ...filters } = query
      const now = clock()
      const ground = await groundAsOf(deps, asOf ? instantAsOf(asOf, now) : now)
      const question = { groupBy, basis, from, to, units }
      const asker = { language, unitKey: 'code' } as const
      return countAssignments(db, publicFilter(filters), question, ground, asker)
    },
  }
}

function publicOnly<T extends { visibility: string }>(found: T | null): T {
  if (!found || found.visibility === 'internal') throw new Refusal('not-found')
  return found
}
