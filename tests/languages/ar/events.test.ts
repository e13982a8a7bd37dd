import { describe, expect, it, test } from 'vitest'
import { findEvents } from '../../../src/extract/events/events.ts'
import { readCast } from '../../../src/extract/mentions/cast.ts'
import { readPassage } from '../../../src/extract/text/passage.ts'
import { events } from '../../../src/languages/ar/events.ts'
import { ar } from '../../../src/languages/ar/index.ts'

function read(text: string) {
  const passage = readPassage('body', text, [{ start: 0, end: text.length, kind: 'paragraph' }], ar.orthography)
  return findEvents([passage], readCast([passage], ar.mentions), [], [], events).map(event => ({
    ...event,
    word: text.slice(event.trigger.start, event.trigger.end),
  }))
}

describe.each(events.rules)('$id', ({ id, examples, nonExamples }) => {
  test.each(examples)('reads «%s» as %s, %s', (text, type, status, trigger) => {
    const found = read(text).filter(({ ruleId }) => ruleId === id)
    expect(found.map(event => [event.type, event.status, event.word])).toEqual([[type, status, trigger]])
  })

  test.each(nonExamples)('finds nothing in «%s»', text => {
    expect(read(text).filter(({ ruleId }) => ruleId === id)).toEqual([])
  })
})

describe('events', () => {
  it('publishes no rule that is not listed', () => {
    const listed = new Set<string>(events.rules.map(({ id }) => id))
    const text = events.rules.flatMap(({ examples }) => examples.map(([example]) => example)).join('. ')
    const found = read(text)
    expect(found.length).toBeGreaterThan(10)
    for (const { ruleId } of found) expect(listed).toContain(ruleId)
  })

  it.each([
    ['sport', 'شن المهاجم هجوما خطيرا في مباراة الدوري. سجل اللاعب هدفا في المباراة أمام منتخب قوي'],
    ['accidents', 'تحطمت طائرة ركاب وقتل فيها سبعون شخصا'],
    ['generic plurals', 'الحوار والتعاون والمساعدات من قيم المجتمع'],
  ])('leaves %s alone', (_, text) => {
    expect(read(text)).toEqual([])
  })

  it('stays linear on a long run of one word', () => {
    expect(read('و'.repeat(20_000))).toEqual([])
    expect(read('قتل '.repeat(20_000)).length).toBeGreaterThanOrEqual(0)
  })
})
