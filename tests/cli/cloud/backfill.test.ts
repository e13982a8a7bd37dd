import { describe, expect, test } from 'vitest'
import { runCli } from '../../../src/cli/cli.ts'
import { backfillInCloud } from '../../../src/cli/cloud/backfill.ts'
import { commands } from '../../../src/cli/commands.ts'
import type { SweepEnd, Sweeps } from '../../../src/lake/cloud/sweeps.ts'
import type { SweepRequest } from '../../../src/lake/sweep/sweep.ts'
import { testStreams } from '../../support/terminal.ts'

const request: SweepRequest = { prefix: '', newerRules: false, dryRun: false, graceMinutes: 120 }
const counts = { new: 1200, changed: 3, gone: 0, 'newer rules': 0, unchanged: 98000, 'under way': 4, strays: 0 }
const end = (isWritten: boolean, failed = 0): SweepEnd => ({
  plan: {
    counts,
    examples: { new: ['أخبار/1.txt', 'b.txt'], changed: ['c.txt'] },
    documents: 1203,
    batches: 7,
    isWritten,
    plan: 'p',
  },
  batches: { done: isWritten ? 7 - failed : 0, failed },
})

async function backfill(how: SweepEnd, asked: { follow?: string; json?: boolean } = {}) {
  const started: { name: string; request: SweepRequest }[] = []
  const followed: string[] = []
  const sweeps: Sweeps = {
    start: async (name, request) => void started.push({ name, request }),
    follow: async (name, progress) => {
      followed.push(name)
      progress?.({ phase: 'planning', done: 0, total: 0 })
      progress?.({ phase: 'reading', done: 1, total: 7 })
      return how
    },
  }
  const streams = testStreams()
  const { follow, json = false } = asked
  const code = await backfillInCloud(sweeps, { follow, request, json }, streams)
  return { code, started, followed, ...streams.written }
}

describe('backfill of a lake in the cloud', () => {
  test('starts a sweep, tells how to come back to it, and what it came to', async () => {
    const { code, out, err, started, followed } = await backfill(end(true))
    const [{ name = '' } = {}] = started
    expect({ code, out, followed }).toEqual({ code: 0, out: '', followed: [name] })
    expect(name).toMatch(/^backfill-\d{8}T\d{6}Z-[0-9a-f]{6}$/)
    expect(started[0]?.request).toEqual(request)
    expect(err.replaceAll(name, 'NAME').split('\n')).toEqual([
      'started NAME; it goes on when this command is interrupted: --follow NAME comes back to it',
      ' 1200 never read',
      '        أخبار/1.txt',
      '        b.txt',
      '    3 changed since they were read',
      '        c.txt',
      '98000 as the tables have them',
      '    4 just changed, left to their events',
      '1203 read; their rows appear with the next merge: presslake merge',
      '',
    ])
  })

  test('that is only tried reads nothing, and does not say that it did', async () => {
    const { code, err } = await backfill(end(false))
    expect(code).toBe(0)
    expect(err).not.toContain('read; their rows')
  })

  test('comes back to one that was started before', async () => {
    const { started, followed } = await backfill(end(true), { follow: 'backfill-1' })
    expect({ started, followed }).toEqual({ started: [], followed: ['backfill-1'] })
  })

  test('ends with 1 when batches failed', async () => {
    const { code, err } = await backfill(end(true, 2))
    expect(code).toBe(1)
    expect(err).toContain('2 of 7 batches could not be read')
  })

  test('tells other programs', async () => {
    const { out } = await backfill(end(true), { json: true })
    expect(JSON.parse(out)).toMatchObject({ counts, documents: 1203, batches: { done: 7, failed: 0 } })
  })

  test('is not started with a grace that is none', async () => {
    const streams = testStreams()
    const lake = 's3://presslake-dev-lake-123456789012-eu-central-1'
    expect(await runCli(['backfill', '--lake', lake, '--grace', 'soon'], commands, '1', streams)).toBe(2)
    expect(streams.written.err).toContain('expected a number of minutes from 0 as --grace, got soon')
  })
})
