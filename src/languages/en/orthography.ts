/** How English is folded before look-up: case, accents and curly apostrophes tell no two words of the lexicons apart. */
import type { Orthography } from '../../extract/text/passage.ts'

const ACCENTED = /[\u00C0-\u024F\u1E00-\u1EFF]/u
const DROPPED = /[\u0300-\u036F\u00AD\u200B-\u200F\u2060-\u2069\uFEFF]/u

/** Folds one character. */
export function foldCharacter(character: string): string {
  if (character <= '\u007F') return character.toLowerCase()
  if (character === '’') return "'"
  if (DROPPED.test(character)) return ''
  if (ACCENTED.test(character)) return character.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()
  return character.toLowerCase()
}

/** A term as the lexicons hold it. */
export const foldTerm = (term: string): string => [...term].map(foldCharacter).join('')

const TITLES = 'mr mrs ms dr prof sen rep gov gen lt col maj capt sgt rev st jr sr vs inc corp co no'
const STATES =
  'ala ariz ark calif colo conn fla ga kan ky md mass mich minn mo mont neb nev okla pa tenn tex va vt wis wyo'
const MONTHS = 'jan feb aug sept oct nov dec'
const LETTERS = 'abcdefghijklmnopqrstuvwxyz'

export const orthography: Orthography = {
  foldCharacter,
  sentenceEnds: new Set(['.', '!', '?', '…']),
  abbreviations: new Set([TITLES, STATES, MONTHS, LETTERS.split('').join(' ')].join(' ').split(' ')),
}
