import { type Call, CHECK_FAILED, command, DONE, jsonOption, lakeOption } from '../command.ts'
import { isLeft, showForetold, takedownJson, takedownText } from '../reports/forget.ts'
import { progressOn } from '../terminal/progress.ts'

const options = {
  lake: lakeOption,
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
  ],
  options,
  examples: [
    { command: 'presslake forget https://news.example/2023/04/talks', says: 'See what would go' },
    { command: 'presslake forget https://news.example/2023/04/talks --yes', says: 'Take it down, and prove it' },
  ],
  run: runForget,
})

async function runForget(call: Call<typeof options>): Promise<number> {
  const { arguments: named, options: asked, streams } = call
  const [{ readingLake }, { foretellBy }] = await Promise.all([import('../with-lake.ts'), import('../foretell.ts')])
  const foretold = await readingLake(asked.lake, lake => foretellBy(lake, [lake.store], named[0] ?? '', asked))
  return asked.yes ? forgetOnDisk(foretold.id, call) : showForetold(foretold, asked, streams)
}

async function forgetOnDisk(id: string, { options: asked, streams: { out, err } }: Call<typeof options>) {
  const [{ forget: takeDown }, { releasesIn }, { writingLake }] = await Promise.all([
    import('../../lake/forget.ts'),
    import('../../publish/withdraw.ts'),
    import('../with-lake.ts'),
  ])
  const progress = progressOn(err)
  const record = await writingLake(asked.lake, lake =>
    takeDown(lake, id, releasesIn([lake.store], lake.clock), ({ step, done, total }) =>
      progress.step('taken down', done, total, step),
    ),
  ).finally(progress.end)
  if (asked.json) await out.write(`${JSON.stringify(takedownJson(record))}\n`)
  else await err.write(`${takedownText(record).join('\n')}\n`)
  return isLeft(record) ? CHECK_FAILED : DONE
}
