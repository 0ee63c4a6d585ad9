/** By what counts are kept, and where a change of them says it. */
export const keptDimensions = {
  unit: 'unit_id',
  leader: 'directed_by_id',
  specialist: 'drafted_by_id',
  kind: 'kind',
  issued: 'issued_on',
  due: 'effective_due_on',
} as const

export type KeptDimension = keyof typeof keptDimensions

/** For whom: the public is not told of what is internal. */
export type KeptAudience = 'office' | 'public'
