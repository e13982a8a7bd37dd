import { expect, test } from 'vitest'
import { writeBatch } from '../../src/lake/batch.ts'
import { checkSpans } from '../../src/lake/checks.ts'
import { merge } from '../../src/lake/merge.ts'
import { readObject } from '../../src/lake/reading.ts'
import { documentRows } from '../../src/tables/rows.ts'
import { bytes, extracted, facts, page } from '../support/invented.ts'
import { testWriter } from '../support/writer.ts'

async function lakeOfInvented() {
  const writer = await testWriter()
  const process = () => documentRows(bytes, facts, { outcome: 'read', page, issues: [] }, [extracted])
  await writeBatch(writer.store, [readObject(bytes, facts, { process })])
  await merge(writer)
  return writer.warehouse
}

test('spans are counted, and cut their own texts out, beyond U+FFFF too', async () => {
  const checks = await checkSpans(await lakeOfInvented())
  expect(checks.map(({ span }) => span)).toEqual([
    'events.sentence',
    'events.trigger',
    'quotes.cue',
    'quotes.speaker_mention',
    'quotes.text',
  ])
  for (const { checked, violations } of checks) {
    expect(checked).toBeGreaterThan(0)
    expect(violations).toBe(0)
  }
})

test.each([
  ['quotes.text', 'UPDATE quotes_stored SET text_start = text_start + 1'],
  ['quotes.text', 'UPDATE quotes_stored SET text_start = NULL, text = text'],
  ['quotes.cue', 'UPDATE quotes_stored SET cue_end = NULL'],
  ['quotes.speaker_mention', "UPDATE quotes_stored SET speaker_mention = 'غيره'"],
  ['events.trigger', 'UPDATE events_stored SET trigger_end = trigger_end + 1'],
  ['events.sentence', "UPDATE articles_stored SET body = 'x' || body"],
])('a wrong %s is found', async (span, change) => {
  const warehouse = await lakeOfInvented()
  await warehouse.execute('ALTER TABLE quotes_stored ALTER COLUMN text_start DROP NOT NULL')
  await warehouse.execute(change)
  const wrong = (await checkSpans(warehouse)).filter(({ violations }) => violations > 0).map(check => check.span)
  expect(wrong).toContain(span)
})
