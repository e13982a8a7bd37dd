import { anyLakeOption, type Call, CHECK_FAILED, command, DONE, jsonOption } from '../command.ts'

const options = { lake: anyLakeOption, json: jsonOption } as const

export const doctor = command({
  name: 'doctor',
  summary: 'Check that everything works here, and that the lake is sound',
  usage: '',
  takes: { atLeast: 0, atMost: 0 },
  details: [
    'The exit code is 1 when a check fails. Nothing is changed. In the cloud, everything that the commands need is tried one by one: credentials, buckets, tables, queue, function, logs; what may not be done is named with the permission that is missing.',
  ],
  options,
  examples: [
    { command: 'presslake doctor', says: 'Node.js, DuckDB, Parquet, and the lake in ./lake when there is one' },
    { command: 'presslake doctor --lake /data/news --json', says: 'The same for another lake, for a monitor' },
  ],
  run: runDoctor,
})

async function runDoctor({ options: { lake, json }, streams }: Call<typeof options>) {
  const { examine } = await import('../examine.ts')
  const findings = await examine(lake, streams)
  if (json) await streams.out.write(`${JSON.stringify(findings)}\n`)
  else {
    const width = Math.max(...findings.map(({ name }) => name.length))
    const lines = findings.map(({ name, ok, says }) => `${ok ? 'ok  ' : 'FAIL'}  ${name.padEnd(width)}  ${says}`)
    await streams.out.write(`${lines.join('\n')}\n`)
  }
  return findings.every(({ ok }) => ok) ? DONE : CHECK_FAILED
}
