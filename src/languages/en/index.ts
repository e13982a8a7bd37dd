import type { LanguagePack } from '../../extract/language.ts'
import { dates } from './dates.ts'
import { mentions } from './mentions.ts'
import { orthography } from './orthography.ts'
import { quotes } from './quotes.ts'

export const en: LanguagePack = {
  language: 'en',
  orthography,
  dates,
  mentions,
  quotes,
  events: null,
}
