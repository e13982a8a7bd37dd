/** `presslake release` of any lake. */
import { UsageError } from '../errors.ts'
import type { ReleaseProfile } from '../lake/keys.ts'
import { failedChecks, nextVersion, planRelease, type ReleasePlan } from '../publish/plan.ts'
import { newestVersion } from '../publish/versions.ts'
import { writeRelease } from '../publish/write.ts'
import { CHECK_FAILED, DONE } from './command.ts'
import type { Publishing } from './publishing.ts'
import { planText, resultText, shownPlan } from './reports/release.ts'
import type { Streams } from './terminal/streams.ts'

interface ReleaseOptions {
  readonly profile: ReleaseProfile
  readonly version: string | undefined
  readonly date: string | undefined
  readonly dryRun: boolean
  readonly json: boolean
}

/** Plans a release, writes it unless it is only to be shown or a check fails, and says what came of it. */
export async function showRelease(
  lake: Publishing,
  asked: ReleaseOptions,
  { out, err }: Pick<Streams, 'out' | 'err'>,
): Promise<number> {
  const plan = await planOf(lake, asked)
  const failed = failedChecks(plan)
  const written = asked.dryRun || failed.length > 0 ? null : await writeRelease(plan, lake, await lake.secret())
  if (asked.json) await out.write(`${JSON.stringify(written ?? shownPlan(plan))}\n`)
  else await err.write(`${[...planText(plan), ...resultText(lake, plan, written)].join('\n')}\n`)
  return failed.length > 0 ? CHECK_FAILED : DONE
}

async function planOf(lake: Publishing, { profile, version, date }: ReleaseOptions): Promise<ReleasePlan> {
  const published_on = date ?? new Date(lake.clock()).toISOString().slice(0, 'YYYY-MM-DD'.length)
  if (!isDay(published_on)) throw new UsageError(`expected a day such as 2026-10-05 as --date, got ${published_on}`)
  const next = async () => nextVersion(await newestVersion(lake.store, profile), published_on)
  return planRelease({ version: version ?? (await next()), profile, published_on }, lake)
}

function isDay(text: string): boolean {
  const time = /^\d{4}-\d{2}-\d{2}$/.test(text) ? Date.parse(text) : Number.NaN
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(text)
}
