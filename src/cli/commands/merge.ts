import { isInCloud } from '../../lake/address.ts'
import { anyLakeOption, type Call, CHECK_FAILED, command, DONE, jsonOption } from '../command.ts'

const options = { lake: anyLakeOption, json: jsonOption } as const

export const merge = command({
  name: 'merge',
  summary: 'Bring what was read into the tables now',
  usage: '',
  takes: { atLeast: 0, atMost: 0 },
  details: [
    'In the cloud, the deployed function does it, as it does every quarter or half hour by itself; the command waits for it and says what it scanned. The exit code is 1 when somebody else is merging, and when a batch could not be read and was set aside. On disk, this finishes what an interrupted ingest has begun.',
  ],
  options,
  examples: [
    {
      command: 'presslake merge --lake s3://presslake-prod-lake-123456789012-eu-central-1',
      says: 'Merge now what the functions have read',
    },
    { command: 'presslake merge', says: 'Finish an interrupted ingest on disk' },
  ],
  run: runMerge,
})

async function runMerge({ options: { lake: place, json }, streams }: Call<typeof options>) {
  const { cloudLake, readingLake, writingLake } = await import('../with-lake.ts')
  if (isInCloud(place)) {
    const { mergeInCloud } = await import('../cloud/merge.ts')
    return cloudLake(place, streams, lake => mergeInCloud(lake, { json }, streams))
  }
  const [{ merge: mergeStaged }, { mergedText, setAsideText }] = await Promise.all([
    import('../../lake/merge.ts'),
    import('../reports/merge.ts'),
  ])
  // Opening a lake to write would make one where there is none.
  await readingLake(place, async () => {})
  const report = await writingLake(place, lake => mergeStaged(lake))
  if (json) await streams.out.write(`${JSON.stringify(report)}\n`)
  else await streams.err.write(`${[mergedText(report.batches), ...setAsideText(report)].join('\n')}\n`)
  return report.setAside.length > 0 ? CHECK_FAILED : DONE
}
