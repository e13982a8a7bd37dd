/** The Arabic date specifications of Recognizers-Text (microsoft/Recognizers-Text, MIT): `Specs/DateTime/Arabic` of a checkout. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Bounds, Case } from './outcome.ts'

interface Resolution {
  readonly date?: string
  readonly startDate?: string
  /** Exclusive. */
  readonly endDate?: string
}

interface Spec {
  readonly Input: string
  readonly Context?: { readonly ReferenceDateTime: string }
  readonly Results: readonly {
    readonly Value?: { readonly FutureResolution?: Resolution; readonly PastResolution?: Resolution }
  }[]
}

/** The cases of dates, periods and holidays that have a value; either of the two resolutions is right. */
export function recognizersCases(checkout: string): readonly Case[] {
  return ['DateParser', 'DatePeriodParser', 'HolidayParser'].flatMap(file => {
    const path = join(checkout, 'Specs/DateTime/Arabic', `${file}.json`)
    const specs: readonly Spec[] = JSON.parse(readFileSync(path, 'utf8').replace(/^\uFEFF/u, ''))
    return specs.flatMap(({ Input: text, Context, Results }): Case[] => {
      const [result] = Results
      const expected = [result?.Value?.PastResolution, result?.Value?.FutureResolution].flatMap(boundsOf)
      const published = Context?.ReferenceDateTime.slice(0, 10)
      if (Results.length !== 1 || expected.length === 0 || published === undefined) return []
      return [{ text, published, expected, category: file.replace('Parser', '') }]
    })
  })
}

/** The year 1 stands for «not resolved». */
function boundsOf(resolution: Resolution | undefined): readonly Bounds[] {
  const { date, startDate, endDate } = resolution ?? {}
  if (date !== undefined && !date.startsWith('0001')) return [{ min: date, max: date }]
  if (startDate === undefined || endDate === undefined || startDate.startsWith('0001')) return []
  const exclusive = { min: startDate, max: dayBefore(endDate) }
  return [exclusive, { min: startDate, max: endDate }]
}

const dayBefore = (date: string) => new Date(Date.parse(date) - 86_400_000).toISOString().slice(0, 10)
