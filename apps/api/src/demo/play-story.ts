import { instantAt } from '@dunghan/domain'
import { demoAccounts } from '../../../../prisma/demo/people.ts'
import { demoUnits, lastDayOfDistricts, reorganizedOn } from '../../../../prisma/demo/units.ts'
import type { Deps } from '../deps.ts'
import { assignmentsService } from '../modules/assignments/assignments.service.ts'
import { directivesService } from '../modules/directives/directives.service.ts'
import { extensionsService } from '../modules/extensions/extensions.service.ts'
import { reportsService } from '../modules/reports/reports.service.ts'
import { successionService } from '../modules/units/succession.service.ts'
import { actAs, type Cast, must } from './cast.ts'
import type { PlannedAssignment, PlannedDirective, Step } from './plan.ts'
import { createRandom } from './random.ts'
import type { Papers } from './store-papers.ts'

export interface Played {
  directives: number
  assignments: number
  acts: number
}

interface Story {
  cast: Cast
  papers: Papers
  directives: PlannedDirective[]
  until: Date
  progress?: (told: { done: number; of: number; at: Date }) => void
}

interface Act {
  at: Date
  play(): Promise<unknown>
}

/** What becomes known of an assignment while its life is played. */
interface Live {
  id: string
  lastReportId: string | null
  lastExtensionId: string | null
  /** Taken back, with its directive or alone: nothing more happens to it. */
  over: boolean
}

/**
 * Plays what was planned in the order of time, whoever's it is, so that the history is in order too
 * and every act meets the state the others left. What lies after the present is not played.
 */
export async function playStory(deps: Deps, story: Story): Promise<Played> {
  const { until, directives, progress } = story
  const live = new Map<PlannedAssignment, Live>()
  const stage = createStage(deps, story, live)
  const acts = directives
    .flatMap((directive): Act[] => [
      { at: directive.recordedAt, play: () => stage.enter(directive) },
      ...directive.tasks
        .flatMap(({ assignments }) => assignments)
        .flatMap((assignment) =>
          assignment.steps.map((step) => ({
            at: step.at,
            play: () => stage.take(directive, assignment, step),
          })),
        ),
      ...(directive.withdrawal ? [stage.withdrawal(directive, directive.withdrawal)] : []),
    ])
    .concat(stage.successions())
    .filter(({ at }) => at <= until)
    // Sorting keeps the order of equals: a step never comes before the one it follows.
    .sort((a, b) => a.at.getTime() - b.at.getTime())
  for (const [done, { at, play }] of acts.entries()) {
    if (done % 250 === 0) progress?.({ done, of: acts.length, at })
    await play()
  }
  const entered = directives.filter(({ recordedAt }) => recordedAt <= until).length
  return { directives: entered, assignments: live.size, acts: acts.length }
}

function createStage(deps: Deps, { cast, papers }: Story, live: Map<PlannedAssignment, Live>) {
  const services = {
    directives: directivesService(deps),
    assignments: assignmentsService(deps),
    reports: reportsService(deps),
    extensions: extensionsService(deps),
    succession: successionService(deps),
  }
  const ids = new Map<PlannedDirective, string>()
  const random = createRandom(1)
  /** Who acts for a unit that ended. */
  const heirs = new Map<string, string>()

  return {
    async enter(plan: PlannedDirective): Promise<void> {
      const player = must(cast.players, plan.drafter)
      const { document, recordedAt } = plan
      const name = fileName(document.number, document.symbol, 'phieu-lay-y-kien')
      const upload = (use: Parameters<Papers['upload']>[3], as: string) =>
        papers.upload(player, recordedAt, random, use, as)
      const signed = await upload(`directive-${plan.paper}`, name)
      const annexes = plan.annex ? [await upload('annex', 'phu-luc.pdf')] : []
      const directive = await services.directives.enter(actAs(player, recordedAt), {
        ...document,
        directedById: must(cast.leaderIds, plan.leaderName),
        draftedById: null,
        files: [
          { fileId: signed, role: 'signed_document' },
          ...annexes.map((fileId) => ({ fileId, role: 'supporting' as const })),
        ],
        tasks: plan.tasks.map(({ content, dueOn, assignments, supportUnitCodes }) => ({
          content,
          dueOn,
          unitIds: assignments.map(({ unitCode }) => must(cast.unitIds, unitCode)),
          supportUnitIds: supportUnitCodes.map((code) => must(cast.unitIds, code)),
        })),
      })
      ids.set(plan, directive.id)
      for (const [i, task] of plan.tasks.entries()) {
        for (const assignment of task.assignments) {
          const given = directive.tasks[i]?.assignments.find(
            ({ unit }) => unit.code === assignment.unitCode,
          )
          if (!given) throw new Error(`${document.title} was not given to ${assignment.unitCode}`)
          live.set(assignment, {
            id: given.id,
            lastReportId: null,
            lastExtensionId: null,
            over: false,
          })
        }
      }
    },

    async take(
      directive: PlannedDirective,
      assignment: PlannedAssignment,
      step: Step,
    ): Promise<void> {
      const present = must(live, assignment)
      if (present.over) return
      const unit = must(cast.players, heirs.get(assignment.unitCode) ?? assignment.unitCode)
      const reviewer = actAs(must(cast.players, directive.reviewer), step.at)
      switch (step.act) {
        case 'receive':
          await services.assignments.receive(actAs(unit, step.at), present.id)
          return
        case 'report': {
          const { paper, ...report } = step.report
          const name = fileName(report.number, report.symbol, 'bao-cao')
          const fileId = await papers.upload(unit, step.at, random, `report-${paper}`, name)
          const files = [{ fileId, role: 'signed_document' as const }]
          const sent = await services.reports.send(actAs(unit, step.at), present.id, {
            ...report,
            files,
          })
          present.lastReportId = sent.reports.at(-1)?.id ?? null
          return
        }
        case 'review': {
          const { verdict, comment } = step
          await services.reports.review(reviewer, present.lastReportId ?? '', { verdict, comment })
          return
        }
        case 'requestExtension': {
          const { dueOn, reason } = step
          const asked = { dueOn, reason }
          const { id } = await services.extensions.request(actAs(unit, step.at), present.id, asked)
          present.lastExtensionId = id
          return
        }
        case 'decideExtension': {
          const { decision, comment } = step
          const decided = { decision, comment, dueOn: null }
          await services.extensions.decide(reviewer, present.lastExtensionId ?? '', decided)
          return
        }
        case 'reopen':
          await services.assignments.reopen(reviewer, present.id, { reason: step.reason })
          return
        case 'withdraw':
          await services.assignments.withdraw(reviewer, present.id, { reason: step.reason })
          present.over = true
      }
    },

    /** The morning the districts are no more: each hands over what it has not settled. */
    successions(): Act[] {
      const at = instantAt(reorganizedOn, '07:05')
      const admin = actAs(must(cast.players, demoAccounts[0]?.username ?? ''), at)
      return demoUnits.flatMap(({ code, name, successor }) => {
        if (!successor) return []
        const play = async () => {
          await services.succession.succeed(admin, {
            unitIds: [must(cast.unitIds, code)],
            successor: { id: must(cast.unitIds, successor), validFrom: null, parentId: null },
            endsOn: lastDayOfDistricts,
            reason: `${name} kết thúc hoạt động theo mô hình chính quyền địa phương hai cấp.`,
            document: 'Nghị quyết về sắp xếp đơn vị hành chính (dữ liệu minh họa)',
          })
          heirs.set(code, successor)
        }
        return [{ at, play }]
      })
    },

    withdrawal(directive: PlannedDirective, { at, reason }: { at: Date; reason: string }): Act {
      const play = async () => {
        const drafter = actAs(must(cast.players, directive.drafter), at)
        await services.directives.withdraw(drafter, must(ids, directive), { reason })
        for (const { assignments } of directive.tasks) {
          for (const assignment of assignments) must(live, assignment).over = true
        }
      }
      return { at, play }
    },
  }
}

const fileName = (number: string | null, symbol: string | null, otherwise: string) =>
  `${[number, symbol].filter(Boolean).join('-') || otherwise}.pdf`
