import { describe, expect, test } from 'vitest'
import { runCli } from '../../../src/cli/cli.ts'
import { followFunctions, milliseconds } from '../../../src/cli/cloud/tail.ts'
import { commands } from '../../../src/cli/commands.ts'
import { awsFailure } from '../../../src/lake/aws-failure.ts'
import { logGroups } from '../../../src/lake/deployment.ts'
import { serviceError, type TestCloudLake, testCloudLake } from '../../support/cloud-lake.ts'
import { testStreams } from '../../support/terminal.ts'

const groups = logGroups('dev')
const line = (at: string, told: object, id = at) => ({
  id,
  at: Date.parse(`2026-01-05T${at}Z`),
  text: JSON.stringify(told),
})
const run = (at: string, told: object) => line(at, { _aws: {}, Stage: 'dev', ...told })

const ingested = run('09:55:00', { Function: 'ingest', Outcomes: { parsed: 10, rejected: 2 } })
const merged = run('09:58:00', { Function: 'merge', MergedBatches: 3, UnreadableBatches: 1, ScannedBytes: 34_000_000 })

async function lakeThatWorked(): Promise<TestCloudLake> {
  const lake = await testCloudLake()
  lake.lines.set(groups.merge, [
    merged,
    run('09:59:00', { Function: 'merge', Skipped: 'another one runs' }),
    run('09:59:30', { Function: 'upkeep', ScannedBytes: 0 }),
  ])
  lake.lines.set(groups.ingest, [
    line('09:00:00', { level: 'ERROR', message: 'long ago' }),
    ingested,
    line('09:56:00', { level: 'ERROR', message: { messageId: 'm', error: { errorMessage: 'cannot read x\nat y' } } }),
    line('09:56:01', { level: 'WARN', message: 'not of interest' }),
    line('09:57:00', { type: 'platform.report', record: { status: 'timeout' } }),
    line('09:57:01', { type: 'platform.report', record: { status: 'success' } }),
    { id: 'plain', at: Date.parse('2026-01-05T09:57:02Z'), text: 'no JSON' },
  ])
  return lake
}

const once = { sinceMs: 600_000, once: true, json: false }

describe('tail', () => {
  test('tells of every run and failure, in the order in which they happened', async () => {
    const streams = testStreams()
    expect(await followFunctions(await lakeThatWorked(), once, streams)).toBe(0)
    // The names of functions take as much room as the longest.
    expect(streams.written.out.replace(/(?<=\d {2}\w+) +/g, '  ').split('\n')).toEqual([
      '2026-01-05 09:55:00  ingest  12 documents: 10 parsed, 2 rejected',
      '2026-01-05 09:56:00  ingest  FAILED: cannot read x',
      '2026-01-05 09:57:00  ingest  FAILED: it ran out of time',
      '2026-01-05 09:58:00  merge  merged 3 batches, 1 unreadable set aside, scanned 34.0 MB, about $0.00017',
      '2026-01-05 09:59:00  merge  nothing done: another one runs',
      '2026-01-05 09:59:30  upkeep  done',
      '',
    ])
  })

  test('tells other programs the same', async () => {
    const streams = testStreams()
    await followFunctions(await lakeThatWorked(), { ...once, json: true }, streams)
    expect(JSON.parse(streams.written.out.split('\n')[0] ?? '')).toEqual({
      at: '2026-01-05T09:55:00.000Z',
      function: 'ingest',
      outcomes: { parsed: 10, rejected: 2 },
    })
  })

  test('goes on with what happens later, also when its line comes late, and tells nothing twice', async () => {
    const lake = await testCloudLake()
    lake.lines.set(groups.merge, [merged])
    lake.lines.set(groups.ingest, [])
    const later = [run('09:59:50', { Function: 'ingest', Outcomes: { parsed: 1 } }), ingested]
    lake.whileWaiting = async () => {
      const next = later.shift()
      if (!next) throw new Error('enough')
      lake.lines.get(groups.ingest)?.push(next)
    }
    const streams = testStreams()
    await expect(followFunctions(lake, { ...once, once: false }, streams)).rejects.toThrow('enough')
    expect(streams.written.out).toMatch(/^.*09:58:00 .*\n.*09:59:50 .* 1 document: 1 parsed\n$/)
  })

  test('goes on after a failure that passes', async () => {
    const lake = await testCloudLake()
    const read = lake.logs.read
    const failures = [awsFailure('cannot read the log', serviceError('ThrottlingException', 400))]
    const flaky: TestCloudLake = {
      ...lake,
      logs: {
        read(group, since) {
          const failure = failures.shift()
          if (failure) throw failure
          return read(group, since)
        },
      },
    }
    await expect(followFunctions(flaky, once, testStreams())).rejects.toThrow('ThrottlingException')
    lake.lines.set(groups.merge, [merged])
    failures.push(awsFailure('cannot read the log', serviceError('ThrottlingException', 400)))
    let waits = 0
    lake.whileWaiting = async () => {
      if (++waits === 2) throw new Error('enough')
    }
    const streams = testStreams()
    await expect(followFunctions(flaky, { ...once, once: false }, streams)).rejects.toThrow('enough')
    expect(streams.written.out).toContain('merged 3 batches')
  })

  test('of a lake without functions could not be run', async () =>
    expect(followFunctions(await testCloudLake(), once, testStreams())).rejects.toThrow(/is it deployed\?/))

  test('on disk says that there is nothing to follow', async () => {
    const streams = testStreams()
    expect(await runCli(['tail', '--lake', './lake'], commands, '1', streams)).toBe(2)
    expect(streams.written.err).toMatch(/expected the address of a deployed lake, s3:\/\/…, got \.\/lake/)
  })
})

describe('a time to look back', () => {
  test.each([
    ['90s', 90_000],
    ['10m', 600_000],
    ['2h', 7_200_000],
    ['1d', 86_400_000],
  ])('%s', (text, ms) => expect(milliseconds(text)).toBe(ms))
  test.each(['', '10', '0m', 'm', '-1h', '1.5h', '10 m'])('%j is none', text =>
    expect(() => milliseconds(text)).toThrow(/expected a time such as/),
  )
})
