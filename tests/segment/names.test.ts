import { expect, test } from 'vitest'
import { pageVocabulary } from '../../src/languages/index.ts'
import { readNames, readSources } from '../../src/segment/names.ts'

const bylines: readonly (readonly [text: string, names: readonly string[]])[] = [
  ['سلمى العبّادي - ميناء الصفراء', ['سلمى العبّادي']],
  ['القاهرة - أحمد سليمان', ['أحمد سليمان']],
  ['أحمد علي، سارة منصور', ['أحمد علي', 'سارة منصور']],
  ['أحمد علي وسارة منصور', ['أحمد علي', 'سارة منصور']],
  ['أحمد علي وليد', ['أحمد علي وليد']],
  ['د. هالة درويش', ['هالة درويش']],
  ['إدريس بنمخلوف من الحوز', ['إدريس بنمخلوف']],
  ['Ines Calloway and Tom Adeyemi', ['Ines Calloway', 'Tom Adeyemi']],
  ['Priya N.', ['Priya N.']],
  ['رويترز', []],
  ['desk@mirsad.example', []],
  ['القاهرة', []],
  ['12/3/2023', []],
  ['', []],
]

test.each(bylines)('«%s»', (text, names) => {
  expect(readNames(text, pageVocabulary)).toEqual(names)
})

const credits: readonly (readonly [text: string, sources: readonly string[]])[] = [
  ['المدار + وكالات', ['المدار', 'وكالات']],
  ['وكالة الأناضول', ['الأناضول']],
  ['أ ف ب، رويترز', ['فرانس برس', 'رويترز']],
  ['هاربر بوليسي ريفيو', ['هاربر بوليسي ريفيو']],
  ['https://paper.example/a', []],
  ['12', []],
]

test.each(credits)('the sources «%s»', (text, sources) => {
  expect(readSources(text, pageVocabulary)).toEqual(sources)
})
