import { type Call, command, DONE, jsonOption, lakeOption } from '../command.ts'

const options = { lake: lakeOption, json: jsonOption } as const

export const status = command({
  name: 'status',
  summary: 'Show what a lake holds and what waits to be done',
  usage: '',
  takes: { atLeast: 0, atMost: 0 },
  details: [],
  options,
  examples: [
    { command: 'presslake status', says: 'Rows per table, outcomes, what is new in the inbox' },
    { command: 'presslake status --json | jq .waiting', says: 'What the next ingest will do' },
  ],
  run: runStatus,
})

async function runStatus({ options: { lake: place, json }, streams }: Call<typeof options>) {
  const [{ readingLake }, { lakeStatus }] = await Promise.all([
    import('../with-lake.ts'),
    import('../../lake/status.ts'),
  ])
  const found = await readingLake(place, lakeStatus)
  if (json) await streams.out.write(`${JSON.stringify(found)}\n`)
  else {
    const { rows, outcomes, waiting, quarantined, takedowns, releases } = found
    const lines = [
      ...Object.entries(rows).map(([table, count]) => [table, count] as const),
      ...Object.entries(outcomes).map(([outcome, count]) => [`  ${outcome}`, count] as const),
      ['waiting in the inbox', waiting.documents] as const,
      ['waiting to be merged', waiting.batches] as const,
      ['in quarantine', quarantined] as const,
      ['taken down', takedowns] as const,
    ]
    const width = Math.max(...lines.map(([label]) => label.length))
    const digits = Math.max(...lines.map(([, count]) => String(count).length))
    const text = lines.map(([label, count]) => `${label.padEnd(width)}  ${String(count).padStart(digits)}`)
    await streams.out.write(`${[...text, `releases: ${releases.join(', ') || 'none'}`].join('\n')}\n`)
  }
  return DONE
}
