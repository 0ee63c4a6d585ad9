/*
 * The two holidays that follow the moon, as civil dates: Tết Nguyên đán (1 January, lunar) and
 * Giỗ Tổ Hùng Vương (10 March, lunar). New moons are taken at UTC+7, so Tết 2007, 2030 and 2053
 * fall one day before the Chinese one. Calculated from the astronomical new moons; a table,
 * because sixty lines that can be read and checked beat an ephemeris in the product.
 */
import type { CivilDate } from './civil-date.ts'

const table = `
2000 02-05 04-14
2001 01-24 04-03
2002 02-12 04-22
2003 02-01 04-11
2004 01-22 04-28
2005 02-09 04-18
2006 01-29 04-07
2007 02-17 04-26
2008 02-07 04-15
2009 01-26 04-04
2010 02-14 04-23
2011 02-03 04-12
2012 01-23 03-31
2013 02-10 04-19
2014 01-31 04-09
2015 02-19 04-28
2016 02-08 04-16
2017 01-28 04-06
2018 02-16 04-25
2019 02-05 04-14
2020 01-25 04-02
2021 02-12 04-21
2022 02-01 04-10
2023 01-22 04-29
2024 02-10 04-18
2025 01-29 04-07
2026 02-17 04-26
2027 02-06 04-16
2028 01-26 04-04
2029 02-13 04-23
2030 02-02 04-12
2031 01-23 04-01
2032 02-11 04-19
2033 01-31 04-09
2034 02-19 04-28
2035 02-08 04-17
2036 01-28 04-06
2037 02-15 04-24
2038 02-04 04-13
2039 01-24 04-03
2040 02-12 04-20
2041 02-01 04-10
2042 01-22 04-29
2043 02-10 04-19
2044 01-30 04-07
2045 02-17 04-26
2046 02-06 04-15
2047 01-26 04-04
2048 02-14 04-22
2049 02-02 04-11
2050 01-23 04-01
2051 02-11 04-20
2052 02-01 04-09
2053 02-18 04-28
2054 02-08 04-17
2055 01-28 04-06
2056 02-15 04-24
2057 02-04 04-13
2058 01-24 04-02
2059 02-12 04-21
2060 02-02 04-10
`

interface LunarYear {
  tet: CivilDate
  hungKings: CivilDate
}

const lunarYears = new Map<number, LunarYear>(
  table
    .trim()
    .split('\n')
    .map((line) => {
      const [year, tet, hungKings] = line.split(' ')
      return [Number(year), { tet: `${year}-${tet}`, hungKings: `${year}-${hungKings}` }]
    }),
)

/** The lunar holidays of a solar year from 2000 to 2060. Throws RangeError for another year. */
export function lunarYear(year: number): LunarYear {
  const found = lunarYears.get(year)
  if (!found) throw new RangeError(`no lunar dates for ${year}`)
  return found
}
