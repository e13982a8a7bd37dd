import { describe, expect, it, test } from 'vitest'
import { findEvents } from '../../../src/extract/events/events.ts'
import { readCast } from '../../../src/extract/mentions/cast.ts'
import { readPassage } from '../../../src/extract/text/passage.ts'
import { events } from '../../../src/languages/ar/events/grammar.ts'
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

/** Text, then who takes part, each with the part. */
const parties: readonly (readonly [string, readonly string[]])[] = [
  ['اعتقلت الشرطة ثلاثة محتجين', ['الشرطة actor']],
  [
    'التقى الرئيس سامر الحلبي رئيس الوزراء نادر القاسم في القاهرة',
    ['سامر الحلبي participant', 'نادر القاسم participant'],
  ],
  ['أكد البيان أن الجيش التركي قصف مواقع المسلحين', ['الجيش التركي actor']],
  ['اتهمت تركيا روسيا بخرق الهدنة', ['تركيا actor', 'روسيا target']],
  ['بحث الوزير سامر الحلبي الأزمة مع نظيره نادر القاسم', ['سامر الحلبي participant']],
]

/** Text and the status of its only event. */
const statuses: readonly (readonly [string, string])[] = [
  ['من المقرر أن تعقد الدولتان اجتماعا في القاهرة', 'planned'],
  ['سيعقد الوزراء اجتماعا في القاهرة', 'planned'],
  ['لم يعقد الوزراء اجتماعا في القاهرة', 'denied'],
  ['قد يعقد الوزراء اجتماعا في القاهرة', 'conditional'],
  ['عقد الوزراء اجتماعا في القاهرة', 'happened'],
  ['قد عقد الوزراء اجتماعا في القاهرة', 'happened'],
  ['عقد الوزراء الاجتماع المرتقب في القاهرة', 'planned'],
]

describe('events', () => {
  it.each(parties)('«%s» is done by %j', (text, expected) => {
    const named = read(text).flatMap(({ actors }) => actors.map(({ name, part }) => `${name} ${part}`))
    for (const party of expected) expect(named).toContain(party)
  })

  it.each(statuses)('«%s» is %s', (text, status) => {
    expect(read(text).map(event => event.status)).toEqual([status])
  })

  it.each([
    ['وقتل خمسة جنود قرب الحدود', 'قتل'],
    ['بدأ الجيش بقصف مواقع المسلحين في المدينة', 'قصف'],
  ])('cuts the trigger of «%s» without what is attached to it', (text, word) => {
    expect(read(text).map(event => event.word)).toContain(word)
  })

  it.each([
    ['a noun after a preposition', 'يتمثل الخيار في شن حملة إعلانية'],
    ['an adjective', 'أكد المتحدث في وقت لاحق صحة الخبر'],
    ['dawn', 'وصل الوفد فجر اليوم إلى المدينة'],
    ['the governor', 'قال حاكم المنطقة إن الطقس معتدل'],
    ['an interview', 'قال الوزير خلال لقاء مع قناة النيل إن الطقس معتدل'],
    ['a source that hides its name', 'رفض المصدر الكشف عن اسمه'],
  ])('leaves %s alone', (_, text) => {
    expect(read(text)).toEqual([])
  })

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
