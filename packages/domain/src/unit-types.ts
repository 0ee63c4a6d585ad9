/** Sở; ban, ngành; cơ quan trung ương trên địa bàn; cấp huyện (đến 30/6/2025); xã; phường; khác. */
export const unitTypes = [
  'department',
  'agency',
  'central_agency',
  'district',
  'commune',
  'ward',
  'other',
] as const

export type UnitType = (typeof unitTypes)[number]
