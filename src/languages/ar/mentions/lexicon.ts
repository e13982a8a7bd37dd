/** The lexicon of mentions: everything that can begin one, in every form in which it is written. */
import { lexicon } from '../../../extract/text/lexicon.ts'
import { spellings } from '../orthography.ts'
import type { Entry } from './entries.ts'
import { mentionNouns } from './nouns.ts'
import { mentionPropers } from './propers.ts'

const entries = new Map<string, Entry>()
for (const [term, entry] of [...mentionPropers(), ...mentionNouns()]) {
  for (const form of spellings(term)) entries.set(form, { ...entry, ...entries.get(form) })
}

const firstWords = new Set([...entries.keys()].map(term => term.split(' ')[0] as string))

/** Whether a term begins with this folded word. */
export const beginsTerm = (form: string): boolean => firstWords.has(form)

/** Every term that can begin a mention, folded, in every spelling. Of two readings of one kind the first counts. */
export const mentionTerms = lexicon(entries)
