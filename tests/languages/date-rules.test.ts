/** Every rule of every pack against its own examples. */
import { describe, expect, test } from 'vitest'
import type { DateGrammar } from '../../src/extract/dates/grammar.ts'
import { resolve } from '../../src/extract/dates/resolve.ts'
import { ofDay, readStretch } from '../../src/extract/dates/stretch.ts'
import { readPassage } from '../../src/extract/text/passage.ts'
import { packs } from '../../src/languages/index.ts'

const read = (dates: DateGrammar, text: string) =>
  dates.read(readPassage('body', text, [{ start: 0, end: text.length, kind: 'paragraph' }], dates.orthography))

const rules = packs.flatMap(({ dates }) => dates.rules.map(rule => ({ ...rule, dates })))

describe.each(rules)('$id', ({ id, examples, nonExamples, dates }) => {
  test.each(examples)('reads «%s» published %s as %s', (text, published, value) => {
    const reference = readStretch(published) ?? ofDay(0)
    expect(read(dates, text).map(({ time }) => resolve(time, reference)?.stretch.edtf)).toEqual([value])
  })

  test.each(nonExamples)('finds nothing in «%s»', text => {
    expect(read(dates, text).filter(({ ruleId }) => ruleId === id)).toEqual([])
  })
})
