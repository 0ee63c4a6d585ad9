import {
  type ComplianceSubject,
  directiveKinds,
  statisticsBases,
  unitTypes,
  unitViews,
} from '@dunghan/domain'
import { isAnything, isDay, isFlag, isId, isOneOf, type Known } from '../../lib/known-search.ts'
import { groupingsOf as measuredBy, subjectsOf } from './compliance-question.ts'
import { groupingsOf } from './question.ts'

/** Of which day, or days: the same on every page of figures. */
const when = { from: isDay, to: isDay, asOf: isAnything, sort: isAnything }

const count = (office: boolean): Known => ({
  ...when,
  groupBy: isOneOf(groupingsOf(office)),
  basis: isOneOf(statisticsBases),
  kind: isOneOf(directiveKinds),
  directedById: isId,
  extended: isFlag,
  scale: isOneOf(['share', 'count']),
  ...(office
    ? {
        units: isOneOf(unitViews),
        unitId: isId,
        unitType: isOneOf(unitTypes),
        draftedById: isId,
      }
    : {}),
})

/** What the address of the count may say, in the office and in a unit. */
export const statisticsKnown = { office: count(true), unit: count(false) }

/** The same of the page that tells who enters and reviews on time: by whom goes with what is measured. */
export const complianceKnown = (office: boolean, subject: ComplianceSubject): Known => ({
  ...when,
  subject: isOneOf(subjectsOf(office)),
  groupBy: isOneOf(measuredBy(subject, office)),
  ...(office ? { units: isOneOf(unitViews) } : {}),
})
