import type { LanguagePack } from '../../extract/language.ts'
import { dates } from './dates.ts'
import { events } from './events.ts'
import { mentions } from './mentions.ts'
import { orthography } from './orthography.ts'
import { quotes } from './quotes.ts'

export const ar: LanguagePack = {
  language: 'ar',
  orthography,
  dates,
  mentions,
  quotes,
  events,
}
