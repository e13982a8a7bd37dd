import { anyLakeOption, type Call, command, DONE, jsonOption } from '../command.ts'

const options = {
  lake: anyLakeOption,
  json: { ...jsonOption, meaning: 'Print JSON, one row a line' },
  csv: { type: 'boolean', meaning: 'Print CSV' },
  bidi: { type: 'boolean', meaning: 'Keep Arabic cells in place also when the output is no terminal' },
  limit: {
    type: 'string',
    value: 'ROWS',
    meaning: 'Rows of the table, at most; JSON and CSV have all',
    default: '100',
  },
} as const

export const sql = command({
  name: 'sql',
  summary: 'Answer a query on the tables of a lake',
  usage: 'QUERY',
  takes: { atLeast: 1, atMost: 1 },
  details: [
    'Tables: documents, articles, quotes, events, comments (docs/tables.md). The lake is only read. QUERY may be - for standard input.',
  ],
  options,
  examples: [
    {
      command: 'presslake sql "SELECT speaker, cue_lemma, text FROM quotes WHERE speaker IS NOT NULL"',
      says: 'Who says what',
    },
    {
      command: 'presslake sql --csv "SELECT * FROM events" > events.csv',
      says: 'A whole table for a spreadsheet',
    },
    {
      command: 'presslake sql "SELECT speaker, count(*) AS quotes FROM quotes GROUP BY speaker ORDER BY quotes DESC"',
      says: 'Who is quoted most',
    },
  ],
  run: runSql,
})

async function runSql({ arguments: [given = ''], options: asked, streams }: Call<typeof options>) {
  const [{ queryingLake }, { printResult, formatOf }] = await Promise.all([
    import('../with-lake.ts'),
    import('../print-result.ts'),
  ])
  const format = formatOf(asked, streams.out)
  const query = given === '-' ? new TextDecoder().decode(await streams.readInput()) : given
  await queryingLake(asked.lake, streams, async warehouse => printResult(await warehouse.query(query), format, streams))
  return DONE
}
