import { describe, expect, test } from 'vitest'
import { readAhead } from '../../src/lake/read-ahead.ts'
import { collect } from '../support/collect.ts'

interface Source {
  fetched: number
}

async function* numbers(source: Source, count: number, failAt = Number.POSITIVE_INFINITY) {
  for (let n = 0; n < count; n++) {
    await Promise.resolve()
    if (n === failAt) throw new Error('the store is gone')
    source.fetched++
    yield { n }
  }
}
const aMoment = () => new Promise(resolve => setImmediate(resolve))

describe('reading ahead', () => {
  test.each([1, 2, 7, 100])('gives every item once, in its order, with %i ahead', async most => {
    const items = await collect(readAhead(numbers({ fetched: 0 }, 50), most))
    expect(items.map(({ n }) => n)).toEqual(Array.from({ length: 50 }, (_, n) => n))
  })

  test('fetches while the reader works, and no more than was said', async () => {
    const source = { fetched: 0 }
    const reader = readAhead(numbers(source, 100), 5)
    await reader.next()
    await aMoment()
    expect(source.fetched).toBe(6)
    await aMoment()
    expect(source.fetched).toBe(6)
    await reader.return(undefined)
    await aMoment()
    expect(source.fetched).toBe(6)
  })

  test('gives what came before a failure, and then the failure', async () => {
    const seen: number[] = []
    const reading = (async () => {
      for await (const { n } of readAhead(numbers({ fetched: 0 }, 9, 3), 2)) seen.push(n)
    })()
    await expect(reading).rejects.toThrow('the store is gone')
    expect(seen).toEqual([0, 1, 2])
  })
})
