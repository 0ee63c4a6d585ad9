import { type CivilDate, yearOf } from '@dunghan/domain'
import { demoOccasions, demoProjects } from '../../../../prisma/demo/subjects/index.ts'
import { demoUnits } from '../../../../prisma/demo/units.ts'
import type { Random } from './random.ts'

const places = demoUnits
  .filter(({ type }) => type === 'commune' || type === 'ward')
  .map(({ shortName }) => shortName.replace('UBND ', ''))

/** Puts a day's own words, a project and a place into texts; the same ones into all of them. */
export function createWords(random: Random, issuedOn: CivilDate): (text: string) => string {
  const year = yearOf(issuedOn)
  const month = Number(issuedOn.slice(5, 7))
  const words: Record<string, string> = {
    năm: String(year),
    quý: `Quý ${['I', 'II', 'III', 'IV'][Math.ceil(month / 3) - 1]}/${year}`,
    tháng: `tháng ${month}/${year}`,
    đợt: demoOccasions[month] ?? '',
    'dự án': random.pick(demoProjects),
    'địa bàn': random.pick(places),
  }
  return (text) => text.replace(/\{([^}]+)\}/g, (slot, word: string) => words[word] ?? slot)
}
