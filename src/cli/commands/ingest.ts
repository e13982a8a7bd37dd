import { isInCloud } from '../../lake/address.ts'
import { anyLakeOption, type Call, CHECK_FAILED, command, DONE, jsonOption } from '../command.ts'
import { progressOn } from '../terminal/progress.ts'

const options = {
  lake: anyLakeOption,
  delete: { type: 'boolean', meaning: 'Delete from the inbox what is not in the folders any more' },
  wait: { type: 'boolean', meaning: 'In the cloud: wait until everything is in the tables' },
  json: jsonOption,
} as const

export const ingest = command({
  name: 'ingest',
  summary: 'Copy files into the inbox of a lake and bring its tables up to date',
  usage: '[PATH...]',
  takes: { atLeast: 0, atMost: Number.POSITIVE_INFINITY },
  details: [
    'A folder is copied with the paths below it, a file under its own name. What is told in X.meta.json beside X (published_at, url, site_name, captured_at) is used. Then everything in the inbox that is new, changed or gone is read and merged; without PATH only that is done. The same files a second time change nothing.',
    'In the cloud, files are put into the inbox bucket, several at once and only those that changed; the deployed functions read and merge them. With --wait the command follows them into the tables, starts the merge itself and counts the outcomes as on disk; without PATH it waits for what others have sent.',
    'A document that cannot be used is never lost: it is in the table documents with an outcome and a reason, and a copy lies in quarantine/.',
  ],
  options,
  examples: [
    { command: 'presslake ingest seeds/*.txt', says: 'Read the two sample pages' },
    { command: 'presslake ingest ~/pages --delete', says: 'Keep the lake a mirror of a folder' },
    {
      command: 'presslake ingest ~/pages --wait --lake s3://presslake-prod-lake-123456789012-eu-central-1',
      says: 'Send a folder to a deployed lake, and wait for its rows',
    },
    { command: 'presslake ingest', says: 'Read what was put into or taken out of the inbox by other means' },
  ],
  run: runIngest,
})

async function runIngest({
  arguments: paths,
  options: { lake: place, delete: mirror, wait, json },
  streams,
}: Call<typeof options>) {
  const { cloudLake, writingLake } = await import('../with-lake.ts')
  if (isInCloud(place)) {
    const { ingestIntoCloud } = await import('../cloud/ingest.ts')
    return cloudLake(place, streams, lake => ingestIntoCloud(lake, paths, { delete: mirror, wait, json }, streams))
  }
  const [{ drop }, { ingest: ingestInbox }, { refusedDocuments }, { reportText }] = await Promise.all([
    import('../../lake/drop.ts'),
    import('../../lake/ingest.ts'),
    import('../../lake/takedowns.ts'),
    import('../reports/ingest.ts'),
  ])
  const progress = progressOn(streams.err)
  const { dropped, report } = await writingLake(place, async lake => {
    const { documents, ...dropped } = await drop(lake.inbox, paths, {
      mirror,
      except: [place],
      refused: await refusedDocuments(lake.store),
      progress: (done, total) => progress.step('copied', done, total),
    })
    const report = await ingestInbox(lake, {
      progress: ({ phase, done, total, at }) => progress.step(phase === 'read' ? 'read' : 'merged', done, total, at),
    })
    return { dropped, report }
  })
  progress.end()
  if (json) await streams.out.write(`${JSON.stringify({ dropped, ...report })}\n`)
  else await streams.err.write(reportText(dropped, report))
  const isIncomplete =
    dropped.refused.some(({ isError }) => isError) || report.problems.some(({ outcome }) => outcome === 'unread')
  return isIncomplete ? CHECK_FAILED : DONE
}
