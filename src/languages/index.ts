/** The language packs, written out. */
import type { LanguagePack } from '../extract/language.ts'
import { vocabularyOf } from '../segment/vocabulary.ts'
import { ar } from './ar/index.ts'
import { page as arabicPage } from './ar/page.ts'
import { en } from './en/index.ts'
import { page as englishPage } from './en/page.ts'

export const packs: readonly LanguagePack[] = [ar, en]

/** The pack for a BCP 47 tag. A language without a pack, or one that could not be told, is read with the first. */
export function packFor(language: string | null): LanguagePack {
  const primary = language?.split('-')[0]
  return packs.find(pack => pack.language === primary) ?? (packs[0] as LanguagePack)
}

/** The page words of all languages: a page is segmented before its language is known. */
export const pageVocabulary = vocabularyOf([arabicPage, englishPage])
