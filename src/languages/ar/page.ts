/** How Arabic pages are furnished. */
import type { PageGrammar } from '../../segment/grammar.ts'
import { foldCharacter, spellings } from './orthography.ts'
import words from './words/page.json' with { type: 'json' }

export const page: PageGrammar = { language: 'ar', script: 'Arabic', foldCharacter, spellings, words }
