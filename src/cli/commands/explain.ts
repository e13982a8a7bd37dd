import { isInCloud } from '../../lake/address.ts'
import { anyLakeOption, type Call, command, jsonOption } from '../command.ts'
import type { ExplainedLake } from '../explain/show.ts'

const options = {
  lake: anyLakeOption,
  json: jsonOption,
  bidi: { type: 'boolean', meaning: 'Keep Arabic in place also when the output is no terminal' },
} as const

export const explain = command({
  name: 'explain',
  summary: 'Show why a row is as it is: its place in the text, its rule, its evidence',
  usage: 'ID',
  takes: { atLeast: 1, atMost: 1 },
  details: [
    'ID is that of a quote, event, comment or article, or the beginning of it. The stored text is shown with the row between marks, with the rule that made it, how the speaker or the date was found, and for a comment its place in the document.',
    'The document is read again from the inbox; in the cloud, the very version that the row was made from.',
  ],
  options,
  examples: [
    { command: 'presslake sql "SELECT quote_id, speaker, text FROM quotes"', says: 'Find a quote' },
    { command: 'presslake explain q_1d3e5f7a', says: 'See where it stands and who says so' },
  ],
  run: runExplain,
})

async function runExplain({ arguments: [named = ''], options: asked, streams }: Call<typeof options>) {
  const [{ readingLake, cloudLake }, { showExplanation }] = await Promise.all([
    import('../with-lake.ts'),
    import('../explain/show.ts'),
  ])
  const show = (lake: ExplainedLake) => showExplanation(lake, named, asked, streams)
  return isInCloud(asked.lake) ? cloudLake(asked.lake, streams, show) : readingLake(asked.lake, show)
}
