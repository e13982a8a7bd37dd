/** Verbal nouns known by their shape, and simple ones by a list: what demands, denials and announcements are about. */
import { stripClitics } from './clitics.ts'
import { wordSet } from './terms.ts'
import plainNouns from './words/plain-nouns.json' with { type: 'json' }
import context from './words/quote-context.json' with { type: 'json' }

const PLAIN = wordSet(plainNouns)
/** Of the same shapes, and something else: «تركية», «تسعة», «أطفال». */
const OTHER = wordSet(context.notVerbalNouns)

/**
 * Shapes of derived verbal nouns, folded: افتعال، اتصال، انفعال، استفعال، إفعال and with ة, تفعيل، تفعلة، تفاعل، تفعّل، مفاعلة.
 */
const SHAPES =
  /^(?:ا.[تطد].?ا.|ات.ا.|ان..ا.|است..?ا.|است.ا.ة|ا[^ل].ا[^ت]|ا.ا[^ر]ة|ت..ي[^اة]|ت..ي?ة|ت.ا.[^ن]|ت[^ه][^اي][^ناوي]|م.ا..ة)$/u

/** Whether a folded noun, with or without article and possessive, is a verbal noun. */
export function isVerbalNoun(form: string): boolean {
  return stripClitics(form, isStem)?.preposition === null && stripClitics(form, isStem)?.conjunction === null
}

const isStem = (stem: string): boolean =>
  PLAIN.has(stem) ||
  (SHAPES.test(stem) && !OTHER.has(stem) && !OTHER.has(stem.replace(/ا$/u, '').replace(/[ؤئ]$/u, 'ء')))
