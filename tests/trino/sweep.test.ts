/** What a sweep asks of the tables, on both engines: its walk rests on their order. */
import { beforeAll, expect, test } from 'vitest'
import { compareKeys } from '../../src/lake/keys.ts'
import { knownDocumentsInOrder } from '../../src/lake/known-documents.ts'
import { readObject } from '../../src/lake/reading.ts'
import { collect } from '../support/collect.ts'
import { processTiny, tiny } from '../support/tiny-documents.ts'
import { mergeBoth, newTwins, type Twins } from './twins.ts'

const keys = [
  '!',
  "a'b",
  'a b',
  'a.txt',
  'a\\b',
  'ab%',
  'a_b',
  'é',
  'أخبار/خبر.txt',
  '\ue000',
  '\uff21',
  '🗞 ورقة',
  '😀',
]
const revision = '0'.repeat(20)

let twins: Twins
beforeAll(async () => {
  twins = await newTwins()
  const options = { process: processTiny, sidecarVersion: 's1' }
  await mergeBoth(
    twins,
    keys.map(sourceKey => readObject(tiny('word'), { sourceKey, revision, sourceVersion: 'v1' }, options)),
  )
})

test.each(['', 'a', "a'", 'a\\', 'a_', 'أخبار/', '🗞'])(
  'documents below %j come in the order of UTF-8 bytes',
  async prefix => {
    const expected = keys.filter(key => key.startsWith(prefix)).sort(compareKeys)
    for (const { warehouse } of [twins.duckdb, twins.trino]) {
      const found = await collect(knownDocumentsInOrder(warehouse, prefix))
      expect(found.map(({ sourceKey }) => sourceKey)).toEqual(expected)
      expect(found[0]).toMatchObject({ version: 'v1', sidecarVersion: 's1', isRemoved: false })
    }
  },
)
