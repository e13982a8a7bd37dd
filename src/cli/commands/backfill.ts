import { UsageError } from '../../errors.ts'
import { isInCloud } from '../../lake/address.ts'
import type { Lake } from '../../lake/lake.ts'
import type { SweepCause } from '../../lake/sweep/plan.ts'
import { anyLakeOption, type Call, CHECK_FAILED, command, DONE, jsonOption } from '../command.ts'
import { dueText } from '../reports/backfill.ts'
import { progressOn } from '../terminal/progress.ts'

const options = {
  lake: anyLakeOption,
  'dry-run': { type: 'boolean', meaning: 'Only show what would be read, and why' },
  'newer-rules': { type: 'boolean', meaning: 'Read again what older rules have read; on disk this is always done' },
  prefix: { type: 'string', value: 'PREFIX', meaning: 'Only keys of the inbox that start so; in the cloud' },
  grace: {
    type: 'string',
    value: 'MINUTES',
    meaning: 'Leave alone what changed so lately, since its event is under way; in the cloud',
    default: '120',
  },
  follow: { type: 'string', value: 'NAME', meaning: 'Come back to one that was started before; in the cloud' },
  json: jsonOption,
} as const

export const backfill = command({
  name: 'backfill',
  summary: 'Compare the whole inbox with the tables, and read what is due',
  usage: '',
  takes: { atLeast: 0, atMost: 0 },
  details: [
    'Due is what was never read (its event was lost, or it is older than the deployment), what changed since it was read, what is gone, and with --newer-rules what older rules have read. In the cloud a state machine does it, as it does every night by itself; it goes on when this command is interrupted. Rows appear with the next merge. The exit code is 1 when something could not be read.',
    'On disk, it is what ingest without PATH does.',
  ],
  options,
  examples: [
    {
      command: 'presslake backfill --lake s3://presslake-prod-lake-123456789012-eu-central-1 --dry-run',
      says: 'See what the tables lack',
    },
    {
      command:
        'presslake backfill --lake s3://presslake-prod-lake-123456789012-eu-central-1 --newer-rules --prefix 2024/',
      says: 'Read a folder again by newer rules',
    },
    { command: 'presslake backfill --dry-run', says: 'See what the next ingest on disk will read' },
  ],
  run: runBackfill,
})

async function runBackfill(call: Call<typeof options>): Promise<number> {
  const { options: asked, streams } = call
  if (!isInCloud(asked.lake)) return backfillOnDisk(call)
  const graceMinutes = Number(asked.grace)
  if (!(graceMinutes >= 0 && graceMinutes < Number.POSITIVE_INFINITY))
    throw new UsageError(`expected a number of minutes from 0 as --grace, got ${asked.grace}`)
  const { sweepsOf } = await import('../../lake/cloud/sweeps.ts')
  const { backfillInCloud } = await import('../cloud/backfill.ts')
  const { prefix = '', 'newer-rules': newerRules, 'dry-run': dryRun, follow, json } = asked
  const request = { prefix, newerRules, dryRun, graceMinutes }
  return backfillInCloud(sweepsOf(asked.lake), { follow, request, json }, streams)
}

async function backfillOnDisk({ options: asked, streams: { out, err } }: Call<typeof options>): Promise<number> {
  for (const name of ['prefix', 'follow'] as const)
    if (asked[name] !== undefined)
      throw new UsageError(`expected a lake in the cloud with --${name}, got the folder ${asked.lake}`)
  const [{ readingLake, writingLake }, { ingest }] = await Promise.all([
    import('../with-lake.ts'),
    import('../../lake/ingest.ts'),
  ])
  if (asked['dry-run']) {
    const plan = await readingLake(asked.lake, planOnDisk)
    if (asked.json) await out.write(`${JSON.stringify(plan)}\n`)
    else await err.write(`${dueText(plan.counts, plan.examples)}\n`)
    return DONE
  }
  const progress = progressOn(err)
  const { read, removed, unchanged, strays, problems } = await writingLake(asked.lake, lake =>
    ingest(lake, {
      progress: ({ phase, done, total, at }) => progress.step(phase === 'read' ? 'read' : 'merged', done, total, at),
    }),
  ).finally(progress.end)
  const counts = { ...read, gone: removed, unchanged, 'under way': 0, strays: strays.length }
  const unread = problems.filter(({ outcome }) => outcome === 'unread')
  if (asked.json) await out.write(`${JSON.stringify({ counts, problems })}\n`)
  else {
    const failures = unread.map(({ sourceKey, reason }) => `could not be read: ${sourceKey}: ${reason}`)
    await err.write(`${[dueText(counts, {}), ...failures].join('\n')}\n`)
  }
  return unread.length > 0 ? CHECK_FAILED : DONE
}

const MOST_EXAMPLES = 5

async function planOnDisk({ inbox, warehouse }: Lake) {
  const { planInbox } = await import('../../lake/inbox.ts')
  const { due, removed, unchanged, strays } = await planInbox(inbox, warehouse)
  const keys = (wanted: SweepCause): readonly string[] =>
    wanted === 'gone'
      ? removed.map(({ sourceKey }) => sourceKey)
      : due.filter(({ cause }) => cause === wanted).map(({ key }) => key)
  const causes = { new: keys('new'), changed: keys('changed'), gone: keys('gone'), 'newer rules': keys('newer rules') }
  const each = <T>(of: (keys: readonly string[]) => T) =>
    Object.fromEntries(Object.entries(causes).map(([cause, keys]) => [cause, of(keys)])) as Record<SweepCause, T>
  return {
    counts: { ...each(({ length }) => length), unchanged, 'under way': 0, strays: strays.length },
    examples: each(keys => keys.slice(0, MOST_EXAMPLES)),
  }
}
