import { isInCloud } from '../../lake/address.ts'
import { anyLakeOption, type Call, command, DONE, jsonOption } from '../command.ts'

const options = { lake: anyLakeOption, json: jsonOption } as const

export const status = command({
  name: 'status',
  summary: 'Show what a lake holds and what waits to be done',
  usage: '',
  takes: { atLeast: 0, atMost: 0 },
  details: [
    'In the cloud, what waits is counted in messages of the queue: one for each change of the inbox that no function has read yet. Messages that failed too often are its dead letters.',
  ],
  options,
  examples: [
    { command: 'presslake status', says: 'Rows per table, outcomes, what is new in the inbox' },
    { command: 'presslake status --json | jq .waiting', says: 'What the next ingest will do' },
    {
      command: 'presslake status --lake s3://presslake-prod-lake-123456789012-eu-central-1',
      says: 'The same of a deployed lake, with its queue and its last merge',
    },
  ],
  run: runStatus,
})

async function runStatus({ options: { lake: place, json }, streams }: Call<typeof options>) {
  const { readingLake, cloudLake } = await import('../with-lake.ts')
  if (isInCloud(place)) {
    const { showCloudStatus } = await import('../cloud/status.ts')
    return cloudLake(place, streams, lake => showCloudStatus(lake, { json }, streams))
  }
  const [{ lakeStatus }, { statusText }] = await Promise.all([
    import('../../lake/status.ts'),
    import('../reports/status.ts'),
  ])
  const found = await readingLake(place, lakeStatus)
  if (json) await streams.out.write(`${JSON.stringify(found)}\n`)
  else {
    const { documents, batches } = found.waiting
    const waiting = [
      ['waiting in the inbox', documents],
      ['waiting to be merged', batches],
    ] as const
    await streams.out.write(statusText(found, waiting))
  }
  return DONE
}
