import type { SQSRecord } from 'aws-lambda'
import { describe, expect, test } from 'vitest'
import { eachRecord, giveBack } from '../../../lambdas/shared/batch.ts'
import { OutOfTime } from '../../../lambdas/shared/document-thread.ts'
import { recordsOf } from '../records.ts'

const plenty = { getRemainingTimeInMillis: () => 60_000 }
const options = { clock: plenty, reserveMs: 1000, atOnce: 3, failed: () => {} }
const bodies = (records: readonly SQSRecord[]) => records.map(({ body }) => body)

describe('each record', () => {
  test('is worked on', async () => {
    const worked: string[] = []
    const work = async ({ body }: SQSRecord) => void worked.push(body)
    expect(await eachRecord(recordsOf('a', 'b', 'c', 'd'), work, options)).toEqual([])
    expect(worked).toEqual(['a', 'b', 'c', 'd'])
  })

  test('that fails is left, told of, and takes no other along', async () => {
    const told: string[] = []
    const worked: string[] = []
    const work = async ({ body }: SQSRecord) => {
      if (body === 'b') throw new Error('no luck')
      worked.push(body)
    }
    const failed = (record: SQSRecord, error: unknown) => void told.push(`${record.body}: ${error}`)
    expect(bodies(await eachRecord(recordsOf('a', 'b', 'c'), work, { ...options, failed }))).toEqual(['b'])
    expect(worked).toEqual(['a', 'c'])
    expect(told).toEqual(['b: Error: no luck'])
  })

  test('for which no time is left is left, in the order of the records', async () => {
    let remaining = 4000
    const clock = { getRemainingTimeInMillis: () => remaining }
    const work = async () => {
      remaining -= 2000
    }
    const left = await eachRecord(recordsOf('a', 'b', 'c', 'd'), work, { ...options, clock, atOnce: 1 })
    expect(bodies(left)).toEqual(['c', 'd'])
  })

  test('that ran out of time is left without a word', async () => {
    const told: unknown[] = []
    const work = () => Promise.reject(new OutOfTime())
    const left = await eachRecord(recordsOf('a'), work, { ...options, failed: (_, error) => void told.push(error) })
    expect(bodies(left)).toEqual(['a'])
    expect(told).toEqual([])
  })

  test('is begun only while fewer than the limit are in work', async () => {
    let now = 0
    let most = 0
    const work = async () => {
      most = Math.max(most, ++now)
      await new Promise(resolve => setTimeout(resolve, 1))
      now--
    }
    await eachRecord(recordsOf(...'abcdefghij'), work, options)
    expect(most).toBe(3)
  })
})

test('what is given back is named by message, as Lambda asks', () => {
  expect(giveBack(recordsOf('a'))).toEqual({ batchItemFailures: [{ itemIdentifier: 'message-0' }] })
  expect(giveBack([])).toEqual({ batchItemFailures: [] })
})
