/**
 * Dating whole articles from their text alone. ANT corpus v1.1 (antcorpus/antcorpus.data, 10,161 items of a Tunisian radio,
 * Apache-2.0): title and text without any metadata against the stated time of publication.
 */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { findDates } from '../../../src/dates.ts'

/** From this confidence on a date counts as claimed. */
const CONFIDENT = 0.8
const DAY = 86_400_000

interface Dating {
  readonly name: string
  readonly truth: string
  readonly edtf: string
  readonly min: string | null
  readonly max: string | null
  readonly confidence: number
}

const field = (source: string, tag: string) =>
  new RegExp(`<${tag}>([\\s\\S]*?)</${tag}>`, 'u').exec(source)?.[1]?.trim() ?? ''

/** Names end in the day of publication, `20170121` or `21012017`. */
function dayInName(name: string): string | null {
  const digits = /(\d{8})\.txt$/u.exec(name)?.[1] ?? ''
  const isYearFirst = Number(digits.slice(4, 6)) <= 12 && digits.startsWith('20')
  const [year, month, day] = isYearFirst
    ? [digits.slice(0, 4), digits.slice(4, 6), digits.slice(6)]
    : [digits.slice(4), digits.slice(2, 4), digits.slice(0, 2)]
  const date = `${year}-${month}-${day}`
  return Number.isNaN(Date.parse(date)) ? null : date
}

function dateItem(path: string, name: string): Dating | null {
  const source = readFileSync(path, 'utf8')
  const truth = dayInName(name)
  if (truth === null) return null
  const { published } = findDates(`${field(source, 'TITLE')}\n${field(source, 'TEXT')}`, { language: 'ar' })
  const { edtf = '', min = null, max = null } = published.value ?? {}
  return { name, truth, edtf, min, max, confidence: published.confidence }
}

/** Days between the truth and the nearer end of the stretch; 0 inside it. */
function apart({ truth, min, max }: Dating): number {
  const day = Date.parse(truth)
  return Math.max(Date.parse(min as string) - day, day - Date.parse(max as string), 0) / DAY
}

const width = ({ min, max }: Dating) => (Date.parse(max as string) - Date.parse(min as string)) / DAY + 1

/** Share of items dated, and how right the dates are. */
export function antReport(checkout: string, showFailures: boolean): string {
  const items = readdirSync(checkout, { withFileTypes: true })
    .filter(entry => entry.isDirectory() && !entry.name.startsWith('.'))
    .flatMap(({ name: folder }) =>
      readdirSync(join(checkout, folder))
        .filter(file => file.endsWith('.txt'))
        .map(file => [folder, file] as const),
    )
    .flatMap(([folder, file]) => dateItem(join(checkout, folder, file), file) ?? [])
  const dated = items.filter(({ min, max }) => min !== null && max !== null)
  const days = dated.filter(item => width(item) <= 2)
  const confident = days.filter(({ confidence }) => confidence >= CONFIDENT)
  const wrong = confident.filter(item => apart(item) > 1)
  if (showFailures)
    for (const { name, truth, edtf, confidence } of days.filter(item => apart(item) > 0))
      console.error(`${name}\t${truth}\t${edtf}\t${confidence}`)
  const row = (name: string, count: number, of: number) =>
    `| ${name} | ${count} | ${((100 * count) / of).toFixed(1)} % |`
  const within = (reach: number) => days.filter(item => apart(item) <= reach).length
  return [
    '| | items | share |',
    '|---|--:|--:|',
    row('items with a stated time', items.length, items.length),
    row(
      'with any evidence (day of some year, month, interval, day)',
      items.filter(({ edtf }) => edtf !== '').length,
      items.length,
    ),
    row('dated to a bounded stretch', dated.length, items.length),
    row('… which holds the true day', dated.filter(item => apart(item) === 0).length, dated.length),
    row('dated to a day or two', days.length, items.length),
    row('… exact', within(0), days.length),
    row('… within a day', within(1), days.length),
    row('… within a week', within(7), days.length),
    row(`dated to a day or two with confidence ${CONFIDENT} or more`, confident.length, items.length),
    row('… more than a day wrong', wrong.length, confident.length),
  ].join('\n')
}
