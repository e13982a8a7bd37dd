import { isInCloud } from '../../lake/address.ts'
import { anyLakeOption, type Call, command, jsonOption } from '../command.ts'
import { progressOn } from '../terminal/progress.ts'

const options = {
  lake: anyLakeOption,
  yes: { type: 'boolean', meaning: 'Do it; without this the article is only shown' },
  ahead: { type: 'boolean', meaning: 'Also when the lake does not have the article yet' },
  json: jsonOption,
} as const

export const forget = command({
  name: 'forget',
  summary: 'Take an article down for good',
  usage: 'ID|URL',
  takes: { atLeast: 1, atMost: 1 },
  details: [
    'The article, its quotes, events and comments leave the tables, its document leaves the inbox when nothing else stands in it, and every release that holds it is withdrawn. The order stands: the article does not come back when it is dropped again. ID may be that of the article or of any row of it. The file from which it was copied stays where it is.',
    'In the end, every place where something of it could still be is looked into and named with what was found. The exit code is 1 when anything is left, such as a document that holds other articles, too. To run it again is always safe, and does what is left.',
    'In the cloud, a state machine does it, which goes on when this command is interrupted; the same command comes back to it. It also deletes earlier versions in the inbox and answers of earlier queries, has the tables written anew and their snapshots expired, and empties the cache in front of the releases.',
  ],
  options,
  examples: [
    { command: 'presslake forget https://news.example/2023/04/talks', says: 'See what would go' },
    { command: 'presslake forget https://news.example/2023/04/talks --yes', says: 'Take it down, and prove it' },
    {
      command:
        'presslake forget https://news.example/2023/04/talks --yes --lake s3://presslake-prod-lake-123456789012-eu-central-1',
      says: 'Have it taken down in the cloud, and follow it to the proof',
    },
  ],
  run: runForget,
})

async function runForget(call: Call<typeof options>): Promise<number> {
  const { arguments: named, options: asked, streams } = call
  const [name = ''] = named
  const { cloudLake, readingLake } = await import('../with-lake.ts')
  if (isInCloud(asked.lake)) {
    const { forgetInCloud } = await import('../cloud/forget.ts')
    return cloudLake(asked.lake, streams, lake => forgetInCloud(lake, name, asked, streams))
  }
  const [{ foretellBy }, { showForetold }] = await Promise.all([
    import('../foretell.ts'),
    import('../reports/forget.ts'),
  ])
  const foretold = await readingLake(asked.lake, lake => foretellBy(lake, [lake.store], name, asked))
  return asked.yes ? forgetOnDisk(foretold.id, call) : showForetold(foretold, asked, streams)
}

async function forgetOnDisk(id: string, { options: asked, streams }: Call<typeof options>): Promise<number> {
  const [{ forget: takeDown }, { releasesIn }, { writingLake }, { showTakedown }] = await Promise.all([
    import('../../lake/forget.ts'),
    import('../../publish/withdraw.ts'),
    import('../with-lake.ts'),
    import('../reports/forget.ts'),
  ])
  const progress = progressOn(streams.err)
  const record = await writingLake(asked.lake, lake =>
    takeDown(lake, id, releasesIn([lake.store], lake.clock), ({ step, done, total }) =>
      progress.step('taken down', done, total, step),
    ),
  ).finally(progress.end)
  return showTakedown(record, asked, streams)
}
