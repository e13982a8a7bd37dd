import type { LanguagePack } from '../../extract/language.ts'
import { dates } from './dates/grammar.ts'
import { events } from './events/grammar.ts'
import { mentions } from './mentions/grammar.ts'
import { orthography } from './orthography.ts'
import { quotes } from './quotes/grammar.ts'

export const ar: LanguagePack = {
  language: 'ar',
  orthography,
  dates,
  mentions,
  quotes,
  events,
}
