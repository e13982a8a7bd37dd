import type { LanguagePack } from '../../extract/language.ts'
import { dates } from './dates.ts'
import { mentions } from './mentions/grammar.ts'
import { orthography } from './orthography.ts'
import { quotes } from './quotes/grammar.ts'

export const en: LanguagePack = {
  language: 'en',
  orthography,
  dates,
  mentions,
  quotes,
  events: null,
}
