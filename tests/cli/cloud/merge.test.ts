import { expect, test } from 'vitest'
import { mergeInCloud } from '../../../src/cli/cloud/merge.ts'
import { refused, type TestCloudLake, testCloudLake } from '../../support/cloud-lake.ts'
import { testStreams } from '../../support/terminal.ts'

async function merge(answer: () => unknown, json = false) {
  const lake: TestCloudLake = await testCloudLake()
  lake.answers.set(lake.names.mergeFunction, answer)
  const streams = testStreams()
  const code = await mergeInCloud(lake, { json }, streams)
  expect(lake.calls).toEqual([{ name: 'presslake-dev-merge', event: { task: 'merge' } }])
  return { code, ...streams.written }
}

test.each([
  [{ batches: 12, setAside: [], scannedBytes: 340_000_000 }, 'merged 12 batches; scanned 340.0 MB, about $0.00170\n'],
  [{ batches: 1, setAside: [], scannedBytes: 1000 }, 'merged 1 batch; scanned 0.0 MB, about $0.00005\n'],
  [{ batches: 0, setAside: [], scannedBytes: 0 }, 'nothing was staged; scanned 0.0 MB, about $0.00000\n'],
])('%j is told in a line', async (report, err) => {
  expect(await merge(() => report)).toEqual({ code: 0, out: '', err })
  expect(await merge(() => report, true)).toEqual({ code: 0, out: `${JSON.stringify(report)}\n`, err: '' })
})

test('a batch that could not be read is told, and is no success', async () => {
  const report = { batches: 2, setAside: [{ batch: 'ab', reason: 'cut off' }], scannedBytes: 0 }
  const { code, err } = await merge(() => report)
  expect(err).toMatch(/^merged 2 batches; .*\nset aside, to be read again: batch ab: cut off\n$/)
  expect(code).toBe(1)
})

test('somebody else who merges is no success', async () => {
  const skipped = 'the lease of the writer is held by upkeep'
  expect(await merge(() => ({ skipped }))).toEqual({
    code: 1,
    out: '',
    err: `nothing was merged: ${skipped}; try again in a few minutes\n`,
  })
  expect(await merge(() => ({ skipped }), true)).toEqual({ code: 1, out: `{"skipped":"${skipped}"}\n`, err: '' })
})

test.each([null, {}, { batches: 1 }, { skipped: true }, 'merged'])('the answer %j is another version’s', answer =>
  expect(merge(() => answer)).rejects.toThrow(/expected the function presslake-dev-merge to tell what it merged/),
)

test('what may not be called is an error that says what to do', () =>
  expect(merge(() => Promise.reject(refused('cannot call the function')))).rejects.toThrow(/presslake doctor/))
