import { expect, test } from 'vitest'
import { pageVocabulary } from '../../src/languages/index.ts'
import { stampAtEnd } from '../../src/segment/stamps.ts'

/** Text, what stamp ends it, and the text before the stamp. */
const cases: readonly (readonly [text: string, kind: string | null, before: string])[] = [
  ['12/3/2023', 'date', ''],
  ['٢٠٢٣/٠٣/٢٠ - ١٠:١٥ ص', 'date', ''],
  ['2023-05-09 14:22', 'date', ''],
  ['الثلاثاء 14 نونبر 2023 - 09:00', 'date', ''],
  ['الأربعاء 20 جمادى الأولى 1444هـ الموافق 14 ديسمبر 2022م', 'date', ''],
  ['March 12, 2023 at 3:45 pm', 'date', ''],
  ['أحمد علي - 12/3/2023', 'date', 'أحمد علي - '],
  ['منذ سنة شهرين', 'age', ''],
  ['منذ ساعتين', 'age', ''],
  ['قبل 3 أيام', 'age', ''],
  ['2 years ago', 'age', ''],
  ['just now', 'age', ''],
  ['3 س', 'short', ''],
  ['2h', 'short', ''],
  ['16:42', 'clock', ''],
  ['قناة النيل اليوم', null, ''],
  ['أبو ليث', null, ''],
  ['الأحد', null, ''],
  ['1874', null, ''],
  ['', null, ''],
]

test.each(cases)('«%s»', (text, kind, before) => {
  const tokens = pageVocabulary.read(text)
  const stamp = stampAtEnd(tokens, pageVocabulary)
  expect(stamp?.kind ?? null).toBe(kind)
  if (stamp) expect(text.slice(0, tokens[stamp.first]?.start)).toBe(before)
})
