import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { compareKeys } from '../../src/lake/keys.ts'
import { type RowBefore, rowsBefore } from '../../src/publish/rows-before.ts'

interface Row {
  readonly article_id: string
  readonly quote_id: string
}
async function* each<T>(items: readonly T[]) {
  yield* items
}
const kept = ({ quote_id, article_id }: Readonly<Record<string, unknown>>): RowBefore => ({
  key: String(quote_id),
  hashes: Buffer.alloc(0),
  origin: String(article_id),
})
/** What a map of all rows would find. */
function simply(before: readonly Row[], after: readonly Row[]) {
  const all = new Map(before.map(row => [row.quote_id, row]))
  const found = after.map(({ quote_id }) => {
    const was = all.get(quote_id)
    all.delete(quote_id)
    return was?.quote_id
  })
  return { found, rest: [...all.keys()] }
}

const rows = fc
  .uniqueArray(fc.record({ article_id: fc.constantFrom('a', 'b', 'c', 'ﬀ', '😀'), quote_id: fc.nat(4) }), {
    selector: ({ article_id, quote_id }) => article_id + quote_id,
  })
  .map(found =>
    found
      .sort((a, b) => compareKeys(a.article_id, b.article_id))
      .map(({ article_id, quote_id }) => ({ article_id, quote_id: article_id + quote_id })),
  )

describe('rows of the release before', () => {
  test.each(['quotes', 'articles'] as const)('are found as in a map of all of them: %s', name =>
    fc.assert(
      fc.asyncProperty(rows, rows, async (before, after) => {
        const walked = rowsBefore(name, each(before), kept)
        const found: (string | undefined)[] = []
        for (const row of after) found.push((await walked.take({ ...row }, row.quote_id))?.key)
        expect({ found, rest: (await walked.rest()).map(({ key }) => key) }).toEqual(simply(before, after))
      }),
    ),
  )

  test('are read no further than the rows that ask', async () => {
    let read = 0
    async function* counted() {
      for (const article_id of ['a', 'b', 'c', 'd']) {
        read++
        yield { article_id, quote_id: article_id }
      }
    }
    const walked = rowsBefore('quotes', counted(), kept)
    await walked.take({ article_id: 'b' }, 'b')
    expect(read).toBe(3)
  })

  test('that are in no order are refused', async () => {
    const walked = rowsBefore('quotes', each([{ article_id: 'b' }, { article_id: 'a' }]), kept)
    await expect(walked.take({ article_id: 'c' }, 'c')).rejects.toThrow('found a after b')
  })
})
