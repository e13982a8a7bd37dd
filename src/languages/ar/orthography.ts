/** How Arabic is folded before look-up, and the spellings in which newsrooms write one word. */
import type { Orthography } from '../../extract/text/passage.ts'

const ALEF = /[أإآٱ]/u
/** Vowel signs, tatweel, joiners and direction marks: they never tell two words of the lexicon apart. */
const DROPPED =
  /[\u064B-\u065F\u0670\u0640\u0610-\u061A\u06D6-\u06ED\u200B-\u200F\u202A-\u202E\u2060-\u2069\uFEFF\u00AD]/u
const PRESENTATION = /[\uFB50-\uFDFF\uFE70-\uFEFC]/u
const LOOKALIKES: Readonly<Record<string, string>> = { ی: 'ي', ک: 'ك', ھ: 'ه', ہ: 'ه', ۀ: 'ه', ۃ: 'ة' }

/** Folds one character: alef variants to bare alef, digits to ASCII, presentation forms to letters, marks to nothing. */
export function foldCharacter(character: string): string {
  if (character <= '\u007F') return character
  if (ALEF.test(character)) return 'ا'
  if (DROPPED.test(character)) return ''
  const code = character.charCodeAt(0)
  if (code >= 0x660 && code <= 0x669) return String(code - 0x660)
  if (code >= 0x6f0 && code <= 0x6f9) return String(code - 0x6f0)
  if (PRESENTATION.test(character)) {
    // Some of the block are no forms of other characters, such as the ornate brackets of the Quran.
    const plain = character.normalize('NFKC')
    return plain === character ? character : [...plain].map(foldCharacter).join('')
  }
  return LOOKALIKES[character] ?? character
}

/** A term as the lexicons hold it. */
export const foldTerm = (term: string): string => [...term.normalize('NFC')].map(foldCharacter).join('')

/**
 * The folded spellings of a term, the correct one first: a final ي is written ى in much of the Egyptian press, a final ة is
 * often written ه.
 */
export function spellings(term: string): readonly string[] {
  const folded = foldTerm(term)
  const loose = folded.replace(/ي(?= |$)/gu, 'ى').replace(/ة(?= |$)/gu, 'ه')
  return loose === folded ? [folded] : [folded, loose]
}

export const orthography: Orthography = {
  foldCharacter,
  sentenceEnds: new Set(['.', '!', '?', '؟', '…']),
  abbreviations: new Set(['د', 'م', 'ا', 'ص', 'ط', 'ق', 'ج', 'ب', 'ف', 'هـ', 'ه']),
}
