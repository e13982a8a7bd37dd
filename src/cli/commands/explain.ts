import { type Call, command, DONE, jsonOption, lakeOption } from '../command.ts'
import { asLine, isolate, leftToRight } from '../terminal/bidi.ts'

const options = {
  lake: lakeOption,
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
  ],
  options,
  examples: [
    { command: 'presslake sql "SELECT quote_id, speaker, text FROM quotes"', says: 'Find a quote' },
    { command: 'presslake explain q_1d3e5f7a', says: 'See where it stands and who says so' },
  ],
  run: runExplain,
})

async function runExplain({ arguments: [named = ''], options: asked, streams: { out } }: Call<typeof options>) {
  const [{ readingLake }, { findRow }, { explainRow }] = await Promise.all([
    import('../with-lake.ts'),
    import('../explain/found-row.ts'),
    import('../explain/explanation.ts'),
  ])
  const { found, explanation } = await readingLake(asked.lake, async lake => {
    const found = await findRow(lake.warehouse, named)
    return { found, explanation: await explainRow(lake, found) }
  })
  if (asked.json) {
    const { context, facts } = explanation
    const because = facts.filter(([, says]) => says !== null).map(([label, says]) => ({ label, says }))
    await out.write(`${JSON.stringify({ table: found.table, id: found.id, row: found.row, context, because })}\n`)
    return DONE
  }
  const isolated = (text: string) => (asked.bidi || out.isTerminal ? isolate(asLine(text)) : asLine(text))
  const facts = explanation.facts.filter(([, says]) => says !== null)
  const width = Math.max(...facts.map(([label]) => label.length))
  const lines = [
    explanation.heading,
    ...(explanation.context === null ? [] : ['', `  ${isolated(explanation.context)}`, `  (${explanation.legend})`]),
    '',
    ...facts.map(([label, says]) => `  ${label.padEnd(width)}  ${isolated(says ?? '')}`),
  ]
  await out.write(`${lines.map(line => (asked.bidi || out.isTerminal ? leftToRight(line) : line)).join('\n')}\n`)
  return DONE
}
