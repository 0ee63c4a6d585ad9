/** What a part of the province's work is about: leaders, specialists and reviewers divide by it. */
export type Field =
  | 'general'
  | 'investment'
  | 'finance'
  | 'construction'
  | 'land'
  | 'traffic'
  | 'industry'
  | 'agriculture'
  | 'disaster'
  | 'environment'
  | 'health'
  | 'education'
  | 'culture'
  | 'society'
  | 'administration'
  | 'digital'
  | 'complaints'
  | 'security'

/** To whom a task may be given: units by code, or localities (districts, later communes and wards). */
export type Audience = readonly string[] | 'localities'

export interface DemoTask {
  /** May hold `{dự án}`, `{địa bàn}`, `{quý}`, `{tháng}`, `{năm}`, `{đợt}`. */
  content: string
  to: Audience
}

/** Something orders are about, again and again. */
export interface DemoSubject {
  field: Field
  /** The end of the symbol: `KT` in `1298/UBND-KT`. */
  mark: 'KT' | 'ĐTXD' | 'NC' | 'VX' | 'NN' | 'TH'
  /** Follows "về việc", "về" and "tại cuộc họp về". */
  topics: readonly string[]
  tasks: readonly DemoTask[]
  /** Units that help without answering. */
  support: readonly string[]
  /** A draft that opinions are asked on, after "dự thảo". */
  drafts?: readonly string[]
}
