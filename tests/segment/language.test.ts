import { expect, test } from 'vitest'
import { pageVocabulary } from '../../src/languages/index.ts'
import { languageOf } from '../../src/segment/language.ts'

const cases: readonly (readonly [text: string, language: string | null])[] = [
  ['قال رئيس البلدية إن الجسر سيغلق أمام الشاحنات حتى نهاية الشهر', 'ar'],
  ['يا رب', 'ar'],
  ['راه حتى 110 ما بقاتش، البارح فمراكش لقيتها ب 120', 'ar'],
  ['The mayor said that the bridge would be closed to lorries', 'en'],
  ['They said the same about the bridge', 'en'],
  ['شورای شهر طرح جدید ساحل را تصویب کرد و این طرح برای شهر است', null],
  ['شہر کے میئر نے کہا ہے کہ پل کو بند کیا جا رہا ہے', null],
  ['Le maire a déclaré que le pont est fermé pour les camions', null],
  ['Der Bürgermeister sagte, die Brücke ist für Lastwagen gesperrt und das bleibt so', null],
  ['Lah ykoun f l3awn, l7al s3ib bezaf f lblad', null],
  ['Президент заявил о начале переговоров', null],
  ['👍 12', null],
  ['', null],
]

test.each(cases)('«%s»', (text, language) => {
  expect(languageOf(text, pageVocabulary)).toBe(language)
})
