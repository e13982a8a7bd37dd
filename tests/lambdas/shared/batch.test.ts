import type { SQSRecord } from 'aws-lambda'
import { describe, expect, test } from 'vitest'
import { eachRecord, giveBack } from '../../../lambdas/shared/batch.ts'
import { recordsOf } from '../records.ts'

const plenty = { getRemainingTimeInMillis: () => 60_000 }
const options = { clock: plenty, reserveMs: 1000, atOnce: 3, failed: () => {} }
const bodyOf = ({ body }: SQSRecord) => Promise.resolve(body)
const bodies = (records: readonly SQSRecord[]) => records.map(({ body }) => body)

describe('each record', () => {
  test('is worked on; results keep the order of the records', async () => {
    const records = recordsOf('a', 'b', 'c', 'd')
    const slowFirst = async (record: SQSRecord) => {
      if (record.body === 'a') await new Promise(resolve => setTimeout(resolve, 5))
      return record.body
    }
    const { done, left } = await eachRecord(records, slowFirst, options)
    expect(done.map(({ result }) => result)).toEqual(['a', 'b', 'c', 'd'])
    expect(left).toEqual([])
  })

  test('that fails is left, told of, and takes no other along', async () => {
    const told: string[] = []
    const work = async (record: SQSRecord) => {
      if (record.body === 'b') throw new Error('no luck')
      return record.body
    }
    const failed = (record: SQSRecord, error: unknown) => void told.push(`${record.body}: ${error}`)
    const { done, left } = await eachRecord(recordsOf('a', 'b', 'c'), work, { ...options, failed })
    expect(bodies(done.map(({ record }) => record))).toEqual(['a', 'c'])
    expect(bodies(left)).toEqual(['b'])
    expect(told).toEqual(['b: Error: no luck'])
  })

  test('for which no time is left is left', async () => {
    let remaining = 4000
    const clock = { getRemainingTimeInMillis: () => remaining }
    const work = (record: SQSRecord) => {
      remaining -= 2000
      return bodyOf(record)
    }
    const { done, left } = await eachRecord(recordsOf('a', 'b', 'c', 'd'), work, { ...options, clock, atOnce: 1 })
    expect(bodies(done.map(({ record }) => record))).toEqual(['a', 'b'])
    expect(bodies(left)).toEqual(['c', 'd'])
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
