import type { UnitType } from '@dunghan/domain'
import { m } from '../paraglide/messages.js'
import type { Words } from './terms.ts'

export const unitTypeWords: Words<UnitType> = {
  department: m.terms_unit_type_department,
  agency: m.terms_unit_type_agency,
  central_agency: m.terms_unit_type_central_agency,
  district: m.terms_unit_type_district,
  commune: m.terms_unit_type_commune,
  ward: m.terms_unit_type_ward,
  other: m.terms_unit_type_other,
}
