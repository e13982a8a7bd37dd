import { describe, expect, test } from 'vitest'
import { resolve } from '../../../src/extract/dates/resolve.ts'
import { ofDay, readStretch } from '../../../src/extract/dates/stretch.ts'
import { readPassage } from '../../../src/extract/text/passage.ts'
import { dates } from '../../../src/languages/ar/dates/grammar.ts'

function read(text: string) {
  return dates.read(readPassage('body', text, [{ start: 0, end: text.length, kind: 'paragraph' }], dates.orthography))
}

function values(text: string, published: string) {
  const reference = readStretch(published) ?? ofDay(0)
  return read(text).map(({ time, ruleId }) => [ruleId, resolve(time, reference)?.stretch.edtf])
}

describe.each(dates.rules)('$id', ({ id, examples, nonExamples }) => {
  test.each(examples)('reads «%s» published %s as %s', (text, published, value) => {
    expect(values(text, published).map(([, edtf]) => edtf)).toEqual([value])
  })

  test.each(nonExamples)('finds nothing in «%s»', text => {
    expect(read(text).filter(({ ruleId }) => ruleId === id)).toEqual([])
  })
})
