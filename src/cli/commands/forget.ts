import { UsageError } from '../../errors.ts'
import type { Foretold, ForgetReport } from '../../lake/forget.ts'
import { type Call, CHECK_FAILED, command, DONE, jsonOption, lakeOption } from '../command.ts'
import { asLine } from '../terminal/bidi.ts'

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
    'The article, its quotes, events and comments leave the tables, and its document leaves the inbox when nothing else stands in it. The order stands: the article does not come back when it is dropped again. ID may be that of the article or of any row of it. The file from which it was copied stays where it is. Releases that were made before are listed, to be replaced.',
  ],
  options,
  examples: [
    { command: 'presslake forget https://news.example/2023/04/talks', says: 'See what would go' },
    { command: 'presslake forget https://news.example/2023/04/talks --yes', says: 'Take it down' },
  ],
  run: runForget,
})

async function runForget({ arguments: [named = ''], options: asked, streams: { out, err } }: Call<typeof options>) {
  const [{ findArticle, forget: takeDown, foretell, ownArticleId }, { readingLake, writingLake }] = await Promise.all([
    import('../../lake/forget.ts'),
    import('../with-lake.ts'),
  ])
  const found = await readingLake(asked.lake, async ({ warehouse }) => {
    const id = await findArticle(warehouse, named)
    return id === null ? null : { id, what: await foretell(warehouse, id) }
  })
  const id = found?.id ?? (asked.ahead ? ownArticleId(named) : null)
  if (id === null)
    throw new UsageError(
      `expected an article of ${asked.lake}, found none for ${named}; --ahead orders it all the same`,
    )
  if (!asked.yes) {
    if (asked.json) await out.write(`${JSON.stringify({ article_id: id, ...found?.what, done: false })}\n`)
    else
      await err.write(`${[...foretold(id, found?.what ?? null), 'nothing was done: --yes takes it down'].join('\n')}\n`)
    return CHECK_FAILED
  }
  const report = await writingLake(asked.lake, lake => takeDown(lake, id))
  if (asked.json) await out.write(`${JSON.stringify({ article_id: id, ...report, done: true })}\n`)
  else await err.write(`${told(report).join('\n')}\n`)
  return report.kept.length > 0 ? CHECK_FAILED : DONE
}

function foretold(id: string, what: Foretold | null): string[] {
  if (!what) return [`${id} is not in the lake; it would be kept out when it comes`]
  return [
    `${id}${what.title === null ? '' : `: ${asLine(what.title)}`}`,
    `would go: the article, ${what.quotes} quotes, ${what.events} events, ${what.comments} comments`,
    ...what.documents.map(({ sourceKey, others }) =>
      others === 0
        ? `would be deleted from the inbox: ${sourceKey}`
        : `would stay in the inbox, for the sake of ${others} other articles: ${sourceKey}`,
    ),
  ]
}

function told({ articleId, deleted, kept, duplicates, releases }: ForgetReport): string[] {
  return [
    `taken down: ${articleId}`,
    ...deleted.map(key => `deleted from the inbox: ${key}`),
    ...kept.map(key => `still in the inbox, because other articles stand in it: ${key}`),
    ...duplicates.map(id => `has the same body and stays: ${id}`),
    ...releases.map(version => `release ${version} was made before; replace it if it holds the article`),
  ]
}
