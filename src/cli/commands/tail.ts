import { UsageError } from '../../errors.ts'
import { isInCloud } from '../../lake/address.ts'
import { anyLakeOption, type Call, command, jsonOption } from '../command.ts'

const options = {
  lake: anyLakeOption,
  since: { type: 'string', value: 'TIME', meaning: 'How far to look back: 90s, 10m, 2h, 1d', default: '10m' },
  once: { type: 'boolean', meaning: 'Print what has happened and end, instead of waiting for more' },
  json: { ...jsonOption, meaning: 'Print JSON, one event a line' },
} as const

export const tail = command({
  name: 'tail',
  summary: 'Follow what the functions of a deployed lake do',
  usage: '',
  takes: { atLeast: 0, atMost: 0 },
  details: [
    'A line for each run: when, which function, documents by outcome, merged batches with what they scanned, and failures with their message. Never a word of a document. Times are in UTC.',
  ],
  options,
  examples: [
    {
      command: 'presslake tail --lake s3://presslake-prod-lake-123456789012-eu-central-1',
      says: 'The last ten minutes, and what happens from now on',
    },
    {
      command:
        "presslake tail --lake s3://presslake-prod-lake-123456789012-eu-central-1 --since 1d --once --json | jq 'select(.failure)'",
      says: 'What failed since yesterday',
    },
  ],
  run: runTail,
})

async function runTail({ options: { lake: place, since, once, json }, streams }: Call<typeof options>) {
  if (!isInCloud(place))
    throw new UsageError(
      `expected the address of a deployed lake, s3://…, got ${place}: on disk nothing runs by itself, and ingest says what it does`,
    )
  const [{ cloudLake }, { followFunctions, milliseconds }] = await Promise.all([
    import('../with-lake.ts'),
    import('../cloud/tail.ts'),
  ])
  const sinceMs = milliseconds(since)
  return cloudLake(place, streams, lake => followFunctions(lake, { sinceMs, once, json }, streams))
}
