/** Ages as pages show them: «منذ سنة شهرين» beside a comment, read against the moment of capture. */
import { addMonths, type Day } from './calendar.ts'
import type { Run } from './runs.ts'
import type { Age, Unit } from './time.ts'

const MONTHS: Partial<Record<Unit | 'hour' | 'minute', number>> = {
  month: 1,
  quarter: 3,
  year: 12,
  decade: 120,
  century: 1200,
}
const DAYS: Partial<Record<Unit | 'hour' | 'minute', number>> = { day: 1, week: 7 }

/**
 * The days on which something of this age was written. An age of two units was counted down, so the true one lies less than
 * one of the smaller unit above it; an age of one unit may have been rounded, so it may also lie that much below.
 */
export function writtenOn(age: Age, captured: Day): Run {
  const months = age.reduce((sum, { unit, amount }) => sum + (MONTHS[unit] ?? 0) * amount, 0)
  const days = age.reduce((sum, { unit, amount }) => sum + (DAYS[unit] ?? 0) * amount, 0)
  const hours = age.reduce((sum, { unit, amount }) => sum + (unit === 'hour' ? amount : 0), 0)
  const smallest = age.at(-1)?.unit ?? 'minute'
  const [stepMonths, stepDays] = [MONTHS[smallest] ?? 0, DAYS[smallest] ?? 0]
  const rounded = age.length === 1
  const back = (m: number, d: number) => addMonths(captured, -m) - d
  if (stepMonths === 0 && stepDays === 0) {
    return {
      first: back(months, days + Math.ceil((hours + 1) / 24)),
      last: back(months, days + Math.floor(hours / 24)),
    }
  }
  const last = rounded ? back(months - stepMonths, days - stepDays) : back(months, days)
  return { first: back(months + stepMonths, days + stepDays) + 1, last: Math.min(last, captured) }
}
