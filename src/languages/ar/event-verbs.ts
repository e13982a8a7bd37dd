/** Triggers that are verbs: «التقى», «قُتل», «مطالباً». */
import type { Sighting } from '../../extract/events/grammar.ts'
import type { Mention } from '../../extract/mentions/mention.ts'
import type { EventType } from '../../types.ts'
import { isOutcome, type Sense, type Word } from './event-lexicon.ts'
import { argumentsEnd, assignParties, type Frame, type Slot, slotsBetween } from './event-parties.ts'
import { placeOf } from './event-places.ts'
import { isAbout, isOf, isSomebody, type Preposition, precedes, triggerSpan, type View } from './event-sentence.ts'
import { verbStatus } from './event-status.ts'
import { agrees, antecedent, isRelative, subjectBefore, topicOf } from './event-subjects.ts'
import type { Reading } from './verbs.ts'

/** How much a form alone says that something is reported. */
const CONFIDENCE = { perfect: 0.78, imperfect: 0.66, future: 0.7, jussive: 0.58, participle: 0.68, masdar: 0 } as const
const OBJECT_REACH = 14
const UNLESS_REACH = 8
/** «التي تدعمها», «لا تلتزم»: what is usual, not what happened. */
const HABITUAL = 0.14
/** Acts of speech: nobody's are nobody's. */
const SPOKEN: ReadonlySet<EventType> = new Set(['AGREE', 'REQUEST', 'ACCUSE', 'REJECT', 'THREATEN', 'SUPPORT'])
/** Verbs that only take up the attack named just before: «غارة استهدفت». */
const ECHOES: ReadonlySet<string> = new Set(['استهدف'])

type VerbReading = Reading & { readonly verb: { readonly sense: Sense; readonly lemma: string } }

/** The event that the verb at `at` reports, or null. `speaker` is who the sentence before it spoke of. */
export function readVerb(
  view: View,
  at: number,
  before: Mention | null,
): (Sighting & { subject: Mention | null }) | null {
  const word = view.word(at)
  if (!word || word.verbs.length === 0 || isNominal(view, at) || isInPhrase(view, at)) return null
  const end = argumentsEnd(view, at + 1)
  let best: { reading: VerbReading; score: number } | null = null
  for (const reading of word.verbs as readonly VerbReading[]) {
    const score = fits(view, at, end, reading)
    if (score > 0 && (!best || score > best.score)) best = { reading, score }
  }
  if (!best) return null
  const { reading } = best
  const { sense } = reading.verb
  const slots = slotsBetween(view, at + 1, end)
  const roles = rolesOf(view, at, reading, slots, before)
  const parties = assignParties(slots, { sense, ...roles })
  const { status, unreal } = verbStatus(view, at, reading, word.preposition === 'ل')
  const habitual = reading.tense === 'imperfect' && (isRelative(view, at - 1) || view.mark(at - 1) === 'negator')
  let confidence =
    CONFIDENCE[reading.tense] -
    (habitual ? HABITUAL : 0) +
    (sense.object || sense.preposition ? 0.08 : 0) -
    (sense.weak ? 0.2 : 0)
  if (parties.length === 0) confidence -= 0.1
  if (unreal) confidence -= 0.25
  if (sense.target && word.pronoun === null && !parties.some(({ part }) => part === 'target')) return null
  if (
    SPOKEN.has(sense.type) &&
    sense.roles !== 'mutual' &&
    !parties.some(({ part }) => part === 'actor') &&
    !isSomebody(view, Math.min(at + 1, view.last - 1))
  )
    return null
  if (sense.human && parties.length === 0 && !somebodyNear(view, at, end)) return null
  return {
    type: sense.type,
    mode: sense.mode ?? null,
    status,
    trigger: triggerSpan(view, at, at + 1),
    lemma: reading.verb.lemma,
    parties,
    place: placeOf(view, at, end),
    clause: { first: at, last: end },
    anaphoric: false,
    introduces: false,
    outcome: isOutcome(sense),
    confidence: Math.max(0, Math.min(1, confidence)),
    ruleId: `ar/event/${RULES[reading.tense]}`,
    subject: roles.subject ?? parties.find(({ part }) => part !== 'target')?.mention ?? null,
  }
}

const RULES = {
  perfect: 'perfect-verb',
  imperfect: 'imperfect-verb',
  future: 'imperfect-verb',
  jussive: 'imperfect-verb',
  participle: 'participle',
  masdar: 'verbal-noun',
} as const

/** A word inside a name or a title is no verb; one that a phrase without a name begins with may be: «طالب المحتجون». */
function isInPhrase(view: View, at: number): boolean {
  const mention = view.covering(at)
  if (mention === null) return false
  const heads = at === view.first || view.token(at - 1).kind !== 'word'
  return mention.first < at || (mention.nameText !== null && !heads)
}

/**
 * Whether the letters at `at` spell a noun here. No verb follows a preposition, «في شن غارات», and no perfect follows أن unless a
 * preposition stands before it, «بعد أن». The perfect of many patterns is written like a noun: «قتل», «تقدم», «لاحق»; then it is a
 * verb only where a clause begins or right after its subject.
 */
function isNominal(view: View, at: number): boolean {
  const word = view.word(at)
  if (!word) return true
  if (word.preposition !== null && word.preposition !== 'ل') return true
  if (at === view.first) return false
  if (word.conjunction === null && view.preposition(at - 1) !== undefined) return !BEFORE_VERBS.has(view.form(at - 1))
  if (word.verbs.every(({ tense }) => tense === 'perfect') && view.isThat(at - 1)) {
    return view.preposition(at - 2) === undefined && view.form(at - 2) !== 'سبق'
  }
  return isHomograph(word) && !opensVerb(view, at) && !isOf(view, at + 1, 'himself')
}

/** Prepositions that verbs follow: «منذ سيطرت», «حتى سقطت», «من» in the sense of who. */
const BEFORE_VERBS: ReadonlySet<string> = new Set(['منذ', 'ومنذ', 'حتى', 'وحتى', 'من', 'ومن'])

/**
 * Patterns that spell a noun: a verbal noun of the list, «تَفَعَّلَ» and «تَفاعَلَ» (تقدم, تراجع), «فاعَلَ» (لاحق), and the imperfect of the second
 * for a woman, written like a verbal noun of the fifth: «تحمل».
 */
function isHomograph({ stem, verbs, nouns, classes, pronoun }: Word): boolean {
  if (classes.has('homograph')) return true
  if (verbs.some(({ number, gender }) => number !== 'singular' || gender !== 'masculine')) {
    return /^ت...$/u.test(stem) && verbs.every(({ tense, number }) => tense !== 'future' && number === 'singular')
  }
  if (verbs.some(({ tense }) => tense !== 'perfect')) return false
  return nouns.length > 0 || /^ت....?$|^.ا..$/u.test(stem) || (pronoun !== null && stem.length === 3)
}

/** Whether a verb may stand at `at`: at the head of a clause, after a particle or after its subject. */
const opensVerb = (view: View, at: number): boolean =>
  at === view.first ||
  view.token(at - 1).kind !== 'word' ||
  view.mark(at - 1) !== undefined ||
  view.opensClause(at - 1) ||
  (view.covering(at - 1) !== null && view.word(at)?.conjunction === null)

/** How well a reading's conditions hold; 0 where one fails. More conditions, more specific. */
function fits(view: View, at: number, end: number, { tense, gender, verb: { sense } }: VerbReading): number {
  const word = view.word(at)
  const next = view.word(at + 1)
  if (
    tense === 'jussive' &&
    !['past-negator', 'future-negator', 'negator', 'that'].includes(view.mark(at - 1) ?? '') &&
    word?.preposition !== 'ل'
  )
    return 0
  if (
    tense === 'participle' &&
    at > view.first &&
    !(view.token(at - 1).kind !== 'word' && (gender === 'masculine' || view.isComma(at - 1))) &&
    word?.conjunction === null &&
    view.mark(at - 1) !== 'still'
  )
    return 0
  if (sense.without && next && sense.without.includes(view.form(at + 1))) return 0
  if (isBareDual(view, at) || (ECHOES.has(sense.verb?.[0] ?? '') && echoes(view, at, sense.type))) return 0
  if (sense.unless && follows(view, at + 1, at + 1 + UNLESS_REACH, sense.unless)) return 0
  let score = 1
  if (sense.object) {
    const reach = Math.min(end, at + 1 + (sense.adjacent ? 3 : OBJECT_REACH))
    if (
      !follows(view, at + 1, reach, sense.object) &&
      !(word?.pronoun && !sense.adjacent && precedes(view, at, sense.object, 6)) &&
      !relativeTo(view, at, sense.object) &&
      !(sense.roles === 'patient' && precedes(view, at, sense.object, 6))
    )
      return 0
    score += 2
  }
  if (sense.preposition) {
    const reach = sense.adjacentPreposition ? at + 2 : Math.min(view.last, at + 18)
    if (!sense.preposition.some(preposition => prepositionFollows(view, at + 1, reach, preposition as Preposition)))
      return 0
    score += 1
  }
  if (
    sense.subject &&
    !follows(view, at + 1, Math.min(end, at + 5), sense.subject) &&
    !precedes(view, at, sense.subject, 6)
  )
    return 0
  if (sense.subject) score += 1
  if (sense.context && !isAbout(view, at, sense.context)) return 0
  return score
}

/** Whether a noun just before names the same thing. */
function echoes(view: View, at: number, type: EventType): boolean {
  for (let i = at - 1; i >= view.first && i >= at - 5; i--) {
    if (view.isHard(i) || view.isComma(i)) return false
    if (view.word(i)?.nouns.some(({ sense }) => sense.type === type)) return true
  }
  return false
}

/** «طوقا» after its verb is an object, «قتلا» after «جنديين» a verb: the dual perfect needs a subject or a particle before it. */
function isBareDual(view: View, at: number): boolean {
  const word = view.word(at)
  if (!word || word.pronoun !== null || !view.form(at).endsWith('ا')) return false
  if (!word.verbs.every(({ number, tense }) => number === 'dual' && tense === 'perfect')) return false
  if (at === view.first || word.conjunction !== null || view.mark(at - 1) !== undefined) return false
  const before = view.covering(at - 1)
  return before ? before.count === 'singular' : !/(?:ان|ين)$/u.test(view.form(at - 1))
}

export function follows(view: View, from: number, to: number, name: string): boolean {
  for (let i = from; i < to && i < view.last; i++) {
    if (view.isHard(i)) return false
    if (isOf(view, i, name)) return true
    if (name === 'territory' && view.mentionAt(i)?.type === 'place') return true
  }
  return false
}

/** «تعزيزات أرسلت», «الاتفاق الذي وُقع»: the object stands just before. */
function relativeTo(view: View, at: number, name: string): boolean {
  const before = view.mark(at - 1) === 'relative' ? at - 2 : at - 1
  return before >= view.first && (isOf(view, before, name) || (before > view.first && isOf(view, before - 1, name)))
}

function prepositionFollows(view: View, from: number, to: number, preposition: Preposition): boolean {
  for (let i = from; i < to && i < view.last; i++) {
    if (view.isHard(i)) return false
    if (view.preposition(i) === preposition) return true
    if ((preposition === 'ب' || preposition === 'ل') && attachedPreposition(view, i) === preposition) return true
  }
  return false
}

/** The attached preposition of any word, known or not: «بتوفير», «للحوار». «بأن» counts. */
function attachedPreposition(view: View, at: number): 'ب' | 'ل' | null {
  const word = view.word(at)
  if (word?.preposition === 'ب' || word?.preposition === 'ل') return word.preposition
  const form = view.form(at)
  if (/^و?(?:بال|بأن|بان)/u.test(form)) return 'ب'
  if (/^و?لل/u.test(form)) return 'ل'
  if (word && word.preposition === null && (word.verbs.length > 0 || word.nouns.length > 0)) return null
  if (form.length > 3 && form[0] === 'ب' && view.covering(at)?.first !== at) return 'ب'
  return null
}

/** Who is subject, who object, and what the bare phrases after the verb are. */
function rolesOf(
  view: View,
  at: number,
  reading: VerbReading,
  slots: readonly Slot[],
  before: Mention | null,
): Omit<Frame, 'sense'> {
  const { sense } = reading.verb
  const bare = slots.filter(({ marker, joined }) => marker === null && !joined)
  const first = bare[0]?.mention
  const said = subjectBefore(view, at, reading)
  const object =
    view.word(at)?.pronoun != null && isRelative(view, at - 1)
      ? antecedent(view, at - 1, { number: null, gender: null })
      : null
  if (reading.voice === 'passive' || sense.roles === 'patient') {
    return said ? { subject: null, object: said, order: [] } : { subject: null, object, order: ['target'] }
  }
  if (said && !object) {
    if (sense.passive && bare.length === 0 && view.word(at)?.pronoun == null && isVictim(said))
      return { subject: null, object: said, order: [] }
    return { subject: said, object: null, order: ['target'] }
  }
  const verbFirst = reading.tense !== 'participle' && first !== undefined && agrees(first, reading, 'after')
  if (verbFirst) {
    if (sense.passive && bare.length === 1 && view.word(at)?.pronoun == null && isVictim(first))
      return { subject: null, object: null, order: ['target'] }
    return { subject: null, object, order: ['actor', 'target'] }
  }
  const topic = isRelative(view, at - 1) ? null : topicOf(view, at, reading, before)
  return { subject: topic, object, order: ['target'] }
}

/** With one phrase and letters that spell both voices, people were killed or arrested; institutions did it. */
const isVictim = ({ type }: Mention): boolean => type === 'person' || type === 'group' || type === 'unnamed'

function somebodyNear(view: View, at: number, end: number): boolean {
  for (let i = at + 1; i < end && i < at + 8; i++) if (isSomebody(view, i)) return true
  for (let i = at - 1; i >= view.first && i > at - 4; i--) if (isSomebody(view, i)) return true
  return view.word(at)?.pronoun !== null
}
