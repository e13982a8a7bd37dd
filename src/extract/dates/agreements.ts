/** Clues in two expressions of one time, one counted from publication and one not: «نهاية العام الماضي» and «ديسمبر 2022». */
import { type Clue, clueFrom, type Found, textOf } from './clue.ts'
import { resolveOn } from './resolve.ts'
import { within } from './runs.ts'
import { ofYear } from './stretch.ts'

export function agreementClues(told: readonly Found[]): readonly Clue[] {
  const stated = statedMonths(told)
  const years = new Set([...stated.keys()].map(edtf => Number(edtf.slice(0, 4))))
  return told.flatMap(found => {
    const { time } = found
    if (time.kind !== 'part' || time.of.kind !== 'shift' || time.of.unit !== 'year') return []
    for (const year of years) {
      const { first, last, edtf } = ofYear(year - time.of.amount)
      const twin = stated.get(resolveOn(time, first)?.edtf ?? '')
      if (!twin) continue
      return [clueFrom(found, 3, within(first, last), `published in ${edtf}: the same time as «${textOf(twin)}»`)]
    }
    return []
  })
}

/** The first expression of each month that is named with its year. */
function statedMonths(told: readonly Found[]): ReadonlyMap<string, Found> {
  const months = new Map<string, Found>()
  for (const found of told) {
    const { time } = found
    if (time.kind !== 'date' || typeof time.year !== 'number' || time.month === null) continue
    const month = resolveOn({ ...time, day: null }, null)
    if (month && !months.has(month.edtf)) months.set(month.edtf, found)
  }
  return months
}
