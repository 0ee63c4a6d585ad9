import type { CivilDate, DirectiveKind } from '@dunghan/domain'
import type { DemoLeader } from '../../../../prisma/demo/people.ts'
import type { DemoSubject } from '../../../../prisma/demo/subjects/subject.ts'
import type { Numbering } from './document-numbers.ts'
import type { Random } from './random.ts'

interface Matter {
  kind: DirectiveKind
  subject: DemoSubject
  words: (text: string) => string
  leader: DemoLeader
  issuedOn: CivilDate
}

interface Heading {
  title: string
  number: string | null
  symbol: string | null
  /** What it is about, to be said again in abstract and reports. */
  topic: string
}

const otherKinds = {
  'KH-UBND': { name: 'Kế hoạch', step: 4 },
  'CT-UBND': { name: 'Chỉ thị', step: 1 },
  'CĐ-UBND': { name: 'Công điện', step: 1 },
  'QĐ-UBND-HC': { name: 'Quyết định', step: 9 },
} as const

/** Title, number and symbol as offices write them, by kind of document (Nghị định 30/2020/NĐ-CP). */
export function writeTitle(
  random: Random,
  numbering: Numbering,
  { kind, subject, words, leader, issuedOn }: Matter,
): Heading {
  const topic = words(random.pick(subject.topics))
  const numbered = (symbol: string, series: string, step: number) => ({
    number: numbering.next(series, issuedOn, step),
    symbol,
    topic,
  })
  switch (kind) {
    case 'official_letter': {
      const title = `Công văn về việc ${topic}`
      return random.chance(0.7)
        ? { title, ...numbered(`UBND-${subject.mark}`, 'UBND', 5) }
        : { title, ...numbered(`VPUBND-${subject.mark}`, 'VPUBND', 6) }
    }
    case 'conclusion_notice': {
      const title = `Thông báo kết luận của ${leader.position} ${leader.name} tại cuộc họp về ${topic}`
      return { title, ...numbered('TB-VPUBND', 'TB', 2) }
    }
    case 'other_directive': {
      const symbol = random.weighted({ 'KH-UBND': 5, 'CT-UBND': 2, 'CĐ-UBND': 2, 'QĐ-UBND-HC': 3 })
      const { name, step } = otherKinds[symbol]
      return { title: `${name} về ${topic}`, ...numbered(symbol, symbol, step) }
    }
    case 'opinion_poll': {
      const draft = `dự thảo ${words(random.pick(subject.drafts ?? []))}`
      const title = `Phiếu lấy ý kiến về ${draft}`
      // Polls sent over the network carry no number (Đ6.3a); some offices number them all the same.
      if (random.chance(0.8)) return { title, number: null, symbol: null, topic: draft }
      return { title, ...numbered('PLYK-VPUBND', 'PLYK', 2), topic: draft }
    }
  }
}
