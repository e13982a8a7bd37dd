/** `presslake tail`: what the deployed functions tell of their runs, as it happens. */
import { OperationalError, UsageError } from '../../errors.ts'
import { priceOf } from '../../lake/athena-price.ts'
import { isMissing } from '../../lake/aws-failure.ts'
import type { CloudLake } from '../../lake/cloud/lake.ts'
import { type Happening, happeningOf } from '../../lake/cloud/run-log.ts'
import { logGroups } from '../../lake/deployment.ts'
import { DONE } from '../command.ts'
import { bytesText, priceText } from '../reports/cost.ts'
import { mergedText } from '../reports/merge.ts'
import type { Streams } from '../terminal/streams.ts'

export interface TailOptions {
  readonly sinceMs: number
  readonly once: boolean
  readonly json: boolean
}

const UNITS: Readonly<Record<string, number>> = { s: 1000, m: 60_000, h: 3_600_000, d: 86_400_000 }

/** Milliseconds of a time such as `10m`. */
export function milliseconds(text: string): number {
  const { count, unit } = /^(?<count>[1-9]\d{0,5})(?<unit>[smhd])$/.exec(text)?.groups ?? {}
  if (!count || !unit) throw new UsageError(`expected a time such as 90s, 10m, 2h or 1d as --since, got ${text}`)
  return Number(count) * (UNITS[unit] ?? 0)
}

const BETWEEN_LOOKS_MS = 3_000
/** Lines may reach the log so much later than they were written. */
const LATE_MS = 60_000

/** Prints what happens until the reader goes away; with `once`, what has happened. */
export async function followFunctions(
  lake: CloudLake,
  { sinceMs, once, json }: TailOptions,
  { out }: Pick<Streams, 'out'>,
): Promise<number> {
  const told = new Map<string, number>()
  let since = lake.clock() - sinceMs
  for (;;) {
    const next = Math.max(since, lake.clock() - LATE_MS)
    const happened = await happeningsSince(lake, since).catch(error => {
      if (once || !(error instanceof OperationalError && error.retryable)) throw error
      return null
    })
    if (happened === null) {
      await lake.wait(BETWEEN_LOOKS_MS)
      continue
    }
    for (const happening of happened) {
      if (told.has(happening.id)) continue
      await out.write(`${json ? JSON.stringify(shown(happening)) : lineOf(happening)}\n`)
      told.set(happening.id, happening.at)
    }
    if (once) return DONE
    since = next
    for (const [id, at] of told) if (at < since) told.delete(id)
    await lake.wait(BETWEEN_LOOKS_MS)
  }
}

/** Of all functions, in the order in which it happened. */
async function happeningsSince({ logs, deployment, address }: CloudLake, since: number): Promise<readonly Happening[]> {
  const happenings: Happening[] = []
  const groups = Object.entries(logGroups(deployment.stage))
  let missing = 0
  for (const [name, group] of groups)
    try {
      for await (const line of logs.read(group, since)) {
        const happening = happeningOf(line, name)
        if (happening) happenings.push(happening)
      }
    } catch (error) {
      // A function of another version of the program.
      if (!isMissing(error)) throw error
      missing++
    }
  if (missing === groups.length)
    throw new OperationalError(`found no log of any function of ${address}: is it deployed?`, { retryable: false })
  return happenings.sort((a, b) => a.at - b.at)
}

const shown = ({ id, at, ...happening }: Happening) => ({ at: new Date(at).toISOString(), ...happening })

const WIDTH = Math.max(...Object.keys(logGroups('any')).map(name => name.length))

function lineOf(happening: Happening): string {
  const at = new Date(happening.at).toISOString().replace('T', ' ').slice(0, 'YYYY-MM-DD HH:MM:SS'.length)
  return `${at}  ${happening.function.padEnd(WIDTH)}  ${whatOf(happening)}`
}

function whatOf({ failure, skipped, outcomes, batches, unreadable, scannedBytes }: Happening): string {
  if (failure !== undefined) return `FAILED: ${failure}`
  if (skipped !== undefined) return `nothing done: ${skipped}`
  if (outcomes) {
    const counts = Object.entries(outcomes)
    const all = counts.reduce((sum, [, count]) => sum + count, 0)
    return `${all} ${all === 1 ? 'document' : 'documents'}: ${counts.map(([outcome, count]) => `${count} ${outcome}`).join(', ')}`
  }
  const what = batches === undefined ? 'done' : mergedText(batches)
  const aside = unreadable ? [`${unreadable} unreadable set aside`] : []
  const cost = scannedBytes ? [`scanned ${bytesText(scannedBytes)}`, priceText(priceOf(scannedBytes))] : []
  return [what, ...aside, ...cost].join(', ')
}
