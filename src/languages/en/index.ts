import type { LanguagePack } from '../../extract/language.ts'
import { mentions } from './mentions.ts'
import { orthography } from './orthography.ts'
import { quotes } from './quotes.ts'

export const en: LanguagePack = {
  language: 'en',
  orthography,
  dates: {
    orthography,
    rules: [],
    read: () => [],
    isSameClause: () => false,
    readElapsed: () => [],
    readAge: () => null,
  },
  mentions,
  quotes,
  events: null,
}
