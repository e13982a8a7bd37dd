/** Small words that several rules ask about. */
import type { Mention } from '../../extract/mentions/mention.ts'
import type { Passage } from '../../extract/text/passage.ts'
import { isVerbalNoun } from './masdars.ts'
import { wordSet } from './terms.ts'
import context from './words/quote-context.json' with { type: 'json' }

const PRONOUNS = ['', 'ه', 'ها', 'هم', 'هما', 'هن', 'ي', 'ني', 'نا', 'ك', 'كم']
const COMPLEMENTISERS = wordSet(['أن', 'بأن'].flatMap(word => PRONOUNS.map(pronoun => word + pronoun)))
const PREPOSITIONS = wordSet(context.prepositions.flatMap(word => [word, `و${word}`]))
const WITH_PRONOUN = wordSet(context.prepositionsWithPronoun.flatMap(word => [word, `و${word}`]))
const RELATIVES = wordSet(context.relatives)
/** Those whose shape does not tell. */
const MEETINGS = wordSet(context.meetings)
const RELAY = wordSet(context.relay)
const ASCRIBING = wordSet(context.ascribing.flatMap(word => [word, `و${word}`]))
const ASCRIBED_TO = wordSet(context.ascribedTo)
/** How far after «نسبت» the preposition may stand, in tokens. */
const ASCRIBED = 8

/** «أن», «إنه», «بأنها»: one form for أن and إن, which folding makes alike. */
export const isComplementiser = (form: string): boolean => COMPLEMENTISERS.has(form)
export const isRelative = (form: string): boolean => RELATIVES.has(form)
/** A preposition, or a noun that works as one: what follows it cannot be a subject. */
export const governs = ({ tokens }: Passage, at: number): boolean => PREPOSITIONS.has(tokens[at]?.form ?? '')
/** «عليه», «لها»: complete in itself. */
export const isPrepositional = ({ tokens }: Passage, at: number): boolean => WITH_PRONOUN.has(tokens[at]?.form ?? '')
/** «الحوثيين», «مؤيدي الاتفاق»: the sound plural and the dual show that they are no subject. */
export function isObject({ tokens }: Passage, { first, count, gender }: Mention): boolean {
  const form = tokens[first]?.form ?? ''
  if (count === 'dual') return /(?:ين|تي)$/u.test(form)
  return (
    count === 'plural' && gender !== 'feminine' && /(?:ين|[^ا]ي)$/u.test(form) && !/الي$/u.test(form) && form.length > 4
  )
}

/** «لقائه», «استقبال»: a verbal noun, so that its subject or its object follows. */
export const takesObject = ({ tokens }: Passage, at: number): boolean => {
  const form = tokens[at]?.form ?? ''
  if (form.startsWith('ال')) return false
  return isVerbalNoun(form) || MEETINGS.has(form) || MEETINGS.has(form.replace(/(?:ها|هما|هم|ه)$/u, ''))
}

/** «لـ», «بـ», «كـ», with or without a conjunction before them. */
export const isPreposition = (clitic: string): boolean => /[بلك]/u.test(clitic)
/** «عن», «على لسان», after which a relay names who said it; «إلى» where words are ascribed: «نسبت الوكالة إلى … قوله». */
export function relaysFrom({ tokens }: Passage, at: number): boolean {
  const form = tokens[at]?.form ?? ''
  if (RELAY.has(form)) return true
  if (!ASCRIBED_TO.has(form)) return false
  for (let back = at - 1; back >= 0 && back >= at - ASCRIBED; back--)
    if (ASCRIBING.has(tokens[back]?.form ?? '')) return true
  return false
}
