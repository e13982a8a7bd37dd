/** The language packs, written out. */
import type { LanguagePack } from '../extract/language.ts'
import { ar } from './ar/index.ts'

export const packs: readonly LanguagePack[] = [ar]

/** The pack for a BCP 47 tag. A language without a pack, or one that could not be told, is read with the first. */
export function packFor(language: string | null): LanguagePack {
  const primary = language?.split('-')[0]
  return packs.find(pack => pack.language === primary) ?? (packs[0] as LanguagePack)
}
