import { type Call, CHECK_FAILED, command, DONE, jsonOption, lakeOption } from '../command.ts'
import { progressOn } from '../terminal/progress.ts'

const options = {
  lake: lakeOption,
  delete: { type: 'boolean', meaning: 'Delete from the inbox what is not in the folders any more' },
  json: jsonOption,
} as const

export const ingest = command({
  name: 'ingest',
  summary: 'Copy files into the inbox of a lake and bring its tables up to date',
  usage: '[PATH...]',
  takes: { atLeast: 0, atMost: Number.POSITIVE_INFINITY },
  details: [
    'A folder is copied with the paths below it, a file under its own name. What is told in X.meta.json beside X (published_at, url, site_name, captured_at) is used. Then everything in the inbox that is new, changed or gone is read and merged; without PATH only that is done. The same files a second time change nothing.',
    'A document that cannot be used is never lost: it is in the table documents with an outcome and a reason, and a copy lies in quarantine/.',
  ],
  options,
  examples: [
    { command: 'presslake ingest seeds/*.txt', says: 'Read the two sample pages' },
    { command: 'presslake ingest ~/pages --delete', says: 'Keep the lake a mirror of a folder' },
    { command: 'presslake ingest', says: 'Read what was put into or taken out of the inbox by other means' },
  ],
  run: runIngest,
})

async function runIngest({
  arguments: paths,
  options: { lake: place, delete: mirror, json },
  streams,
}: Call<typeof options>) {
  const [{ drop }, { ingest: ingestInbox }, { refusedDocuments }, { writingLake }] = await Promise.all([
    import('../../lake/drop.ts'),
    import('../../lake/ingest.ts'),
    import('../../lake/takedowns.ts'),
    import('../with-lake.ts'),
  ])
  const progress = progressOn(streams.err)
  const { dropped, report } = await writingLake(place, async lake => {
    const dropped = await drop(lake.inbox, paths, {
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
  else await streams.err.write(summary(dropped, report))
  const isIncomplete = dropped.refused.some(({ isError }) => isError) || report.problems.some(isUnread)
  return isIncomplete ? CHECK_FAILED : DONE
}

type Dropped = Awaited<ReturnType<typeof import('../../lake/drop.ts')['drop']>>
type Report = Awaited<ReturnType<typeof import('../../lake/ingest.ts')['ingest']>>

const isUnread = ({ outcome }: Report['problems'][number]) => outcome === 'unread'

const MOST_PROBLEMS = 10

function summary(dropped: Dropped, report: Report): string {
  const { read, removed, unchanged, outcomes, problems, strays } = report
  const counts = [
    [read.new, 'new'],
    [read.changed, 'changed'],
    [read['newer rules'], 'read again by newer rules'],
    [removed, 'removed'],
    [unchanged, 'unchanged'],
  ].filter(([count]) => count !== 0)
  const results = Object.entries(outcomes).filter(([outcome]) => outcome !== 'removed')
  return [
    counts.length === 0
      ? 'the inbox is empty'
      : `documents: ${counts.map(([count, what]) => `${count} ${what}`).join(', ')}`,
    ...(results.length === 0
      ? []
      : [`outcomes: ${results.map(([outcome, count]) => `${count} ${outcome}`).join(', ')}`]),
    ...dropped.refused.map(({ path, reason }) => `not copied: ${path}: ${reason}`),
    ...problems.slice(0, MOST_PROBLEMS).map(({ sourceKey, outcome, reason }) => `${outcome}: ${sourceKey}: ${reason}`),
    ...(problems.length > MOST_PROBLEMS
      ? [
          `… and ${problems.length - MOST_PROBLEMS} more: presslake sql "SELECT source_key, outcome, outcome_reason FROM documents WHERE outcome_reason IS NOT NULL"`,
        ]
      : []),
    ...strays.map(key => `${key} tells of a document that is not there`),
    '',
  ].join('\n')
}
