/** Whether a clause begins at a word of English, and where what a verb reports may begin without “that”. */
import type { Cue } from '../../../extract/quotes/grammar.ts'
import type { Passage } from '../../../extract/text/passage.ts'
import type { Token } from '../../../extract/text/tokens.ts'
import { mentions } from '../mentions/grammar.ts'
import { determiners, isClosed } from '../mentions/words.ts'
import finite from '../words/finite.json' with { type: 'json' }
import { skipAdverbial } from './adverbials.ts'
import { cueForms } from './cue-forms.ts'
import { isAdverb } from './verb-phrase.ts'

const SUBJECTS = new Set(finite.subjectPronouns)
const FINITE = new Set([...finite.auxiliaries, ...finite.pasts, ...finite.thirds])
const CONTRACTION = /(?:n't|'(?:re|ve|ll|d))$/
const RELATIVES = new Set(['who', 'which', 'that', 'whose', 'whom', 'where'])
const TIMES = new Set(finite.times)
const TIME_MODIFIERS = new Set(finite.timeModifiers)
const TIME_PREPOSITIONS = new Set(finite.timePrepositions)
/** Closed words with which a subject may begin. */
const OPENING = new Set([
  ...determiners,
  'each',
  'every',
  'no',
  'half',
  'either',
  'such',
  'what',
  'more',
  'less',
  'most',
  'only',
  'even',
  'not',
  'much',
])

/** Words that are a clause though their verb is not known, at least. */
const LEAST = 3
/** Marks that a subject may hold. */
const WITHIN = new Set(['-', '.', "'", '(', ')', '[', ']', '$', '£', '€', '#', '@', '&', '/', '%'])
/** How far the verb of a clause is looked for, in tokens. */
const REACH = 18
/** Whom a verb tells, at most, in tokens. */
const ADDRESSEE = 10

/** Whether the words at a token are a subject with its verb. `lenient`: also when no verb is known among a long clause. */
export function isClause({ tokens, sentenceOf }: Passage, at: number, lenient: boolean): boolean {
  const head = tokens[at]
  if (!head || head.kind === 'mark') return false
  if (SUBJECTS.has(head.form)) return tokens[at + 1]?.kind !== 'mark'
  if (head.kind === 'word' && isClosed(head.form) && !OPENING.has(head.form))
    return lenient && head.form.endsWith('ing')
  if (isTime(head)) return false
  let verbs = 0
  let needed = 1
  for (let i = at + 1; i < at + REACH; i++) {
    const token = tokens[i]
    if (!token || sentenceOf[i] !== sentenceOf[at]) return lenient && i > at + LEAST
    const { form, kind } = token
    if (kind === 'mark') {
      if (WITHIN.has(form)) continue
      if (form === ',') {
        if (i === at + 1 || !lenient) return closes(i) && verbs + 1 >= needed
        continue
      }
      if ('“”"‘’«»'.includes(form)) {
        if (lenient) return true
        continue
      }
      return lenient && i > at + LEAST
    }
    if (RELATIVES.has(form)) {
      if (!lenient && form !== 'that') return false
      needed++
    } else if (isVerb(i)) verbs++
    if (verbs >= needed) return true
  }
  return lenient

  /** An apposition between commas, and a verb behind it: “the mayor, who was elected in May, would …”. */
  function closes(comma: number): boolean {
    for (let i = comma + 1; i < comma + REACH && sentenceOf[i] === sentenceOf[at]; i++)
      if (tokens[i]?.form === ',') return isVerb(i + 1)
    return false
  }

  function isVerb(i: number): boolean {
    const form = tokens[i]?.form ?? ''
    if (FINITE.has(form) || CONTRACTION.test(form) || (SUBJECTS.has(form) && form.includes("'"))) return true
    if (form.length > 3 && form.endsWith('ed')) {
      const before = tokens[i - 1]
      // “25 recommended names”, “the plan proposed by Whitlow”
      if (before?.kind === 'number' || determiners.has(before?.form ?? '')) return false
      return tokens[i + 1]?.form !== 'by' && tokens[i + 1]?.kind !== 'mark'
    }
    const forms = cueForms.get(form)?.forms
    if (!forms || determiners.has(tokens[i - 1]?.form ?? '')) return false
    return forms.has('third') ? !cueForms.get(form)?.verb.noun : forms.has('past') && !forms.has('base')
  }
}

const isTime = ({ form, kind }: Token): boolean => kind !== 'mark' && TIMES.has(form)

/** Token after “Tuesday”, “last week”, “on Thursday night”, “earlier this month”; `at` when no such time begins here. */
export function skipTime({ tokens }: Passage, at: number): number {
  let i = at
  if (TIME_PREPOSITIONS.has(tokens[i]?.form ?? '')) i++
  while (TIME_MODIFIERS.has(tokens[i]?.form ?? '') || (tokens[i]?.kind === 'number' && i > at)) i++
  const from = i
  while (tokens[i] && (isTime(tokens[i] as Token) || (i > from && tokens[i]?.kind === 'number'))) i++
  return i > from ? i : at
}

/** Where a clause without “that” may begin: after whom the verb tells, and after adverbs, times and occasions. */
export function contentStart(passage: Passage, cue: Cue, addressed: boolean): number {
  let at = addressed ? skipAddressee(passage, cue.last) : cue.last
  for (let limit = at + REACH; at < limit; ) {
    const time = skipTime(passage, at)
    const next = Math.max(time, skipAdverbial(passage, at))
    if (next > at) at = next
    else if (isAdverb(passage, at) || isParticle(passage.tokens[at]?.form, cue, at)) at++
    else break
  }
  return at
}

/** “pointed out”, “shot back”. */
const isParticle = (form: string | undefined, { last }: Cue, at: number): boolean =>
  at === last && (form === 'out' || form === 'back')

const OBJECTS = new Set([
  'him',
  'her',
  'them',
  'us',
  'me',
  'you',
  'reporters',
  'supporters',
  'lawmakers',
  'voters',
  'people',
  'everyone',
  'congress',
])

/** Token after the one whom a verb tells: “him”, “reporters”, “the crowd at the fair”; `at` when nobody stands there. */
export function skipAddressee(passage: Passage, at: number): number {
  const { tokens } = passage
  if (OBJECTS.has(tokens[at]?.form ?? '')) return at + 1
  const mention = mentions.read(passage, at)
  if (mention && mention.last - at <= ADDRESSEE) return mention.last
  if (!determiners.has(tokens[at]?.form ?? '')) return at
  let i = at + 1
  while (i < at + ADDRESSEE && tokens[i]?.kind === 'word' && !isClosed(tokens[i]?.form ?? '')) i++
  return i
}
