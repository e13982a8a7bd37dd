/** The forms of the reporting words: paradigms generated from lemmas, looked up with their attached particles taken off. */
import type { Agreement, Cue, CueForm, Frame } from '../../../extract/quotes/grammar.ts'
import type { CueClass } from '../../../types.ts'
import { type Clitics, stripClitics } from '../clitics.ts'
import { foldTerm } from '../orthography.ts'
import { wordSet } from '../terms.ts'
import { type Reading, type Verb, verbForms } from '../verbs.ts'
import cueNouns from '../words/cue-nouns.json' with { type: 'json' }
import cueVerbs from '../words/cue-verbs.json' with { type: 'json' }
import context from '../words/quote-context.json' with { type: 'json' }

/** A reporting verb as the word list gives it. */
interface CueVerb extends Verb {
  readonly class: CueClass
  readonly strength: Cue['strength']
  readonly frames: readonly Frame[]
  /** Prepositions with which it takes what it reports: «إلى», «بـ». */
  readonly prepositions?: readonly string[]
  /** Passes on what another has said. */
  readonly relays?: boolean
}

/** What a form is, of whatever verb: where several verbs share it, together. */
export interface CueEntry {
  readonly form: CueForm
  readonly lemma: string
  readonly class: CueClass
  readonly strength: Cue['strength']
  readonly takes: ReadonlySet<Frame>
  /** Folded. */
  readonly prepositions: ReadonlySet<string>
  readonly agreement: Agreement
  readonly present: boolean
  readonly relays: boolean
  readonly passive: boolean
}

/** A reporting word in a text. */
export interface CueWord {
  readonly entry: CueEntry
  /** Letters attached before it: «و», «ف», «ب». */
  readonly before: number
  readonly joined: boolean
  readonly preposition: string | null
  readonly pronoun: string | null
}

/** Verbs whose subject is what is said: «تردد أن», «شاع أن». */
const IMPERSONAL = context.impersonals.map(
  (verb): CueVerb => ({ ...verb, class: 'report', strength: 'weak', frames: ['clause'] }),
)
const AIMED: ReadonlySet<Frame> = new Set<Frame>(['clause', 'colon', 'marks', 'argument'])
const CLAUSE_ONLY: ReadonlySet<Frame> = new Set<Frame>(['clause'])

const RANK = { weak: 0, plain: 1, strong: 2 } as const

function entryOf(readings: readonly Reading<CueVerb>[]): CueEntry | null {
  const usable = readings.filter(reading => reading.voice !== 'passive' && isUsable(reading))
  const first = usable[0]
  if (!first) return null
  const alike = usable.filter(({ tense }) => (tense === 'participle') === (first.tense === 'participle'))
  const strongest = alike.reduce((best, reading) =>
    RANK[reading.verb.strength] > RANK[best.verb.strength] ? reading : best,
  )
  const same = <K extends 'gender' | 'number'>(key: K) =>
    alike.every(reading => reading[key] === first[key]) ? first[key] : null
  const frames = alike.flatMap(({ verb }) => verb.frames)
  const prepositions = alike.flatMap(({ verb }) => verb.prepositions ?? [])
  return {
    form: first.tense === 'participle' ? 'participle' : 'finite',
    lemma: strongest.verb.perfect,
    class: strongest.verb.class,
    strength: strongest.verb.strength,
    takes: new Set<Frame>(prepositions.length > 0 ? [...frames, 'argument'] : frames),
    prepositions: new Set(prepositions.map(foldTerm)),
    agreement: { gender: same('gender'), count: same('number') },
    present: first.tense === 'imperfect',
    relays: strongest.verb.relays ?? false,
    passive: false,
  }
}

/** Third person, and of the participles those that stand as adverbials of the clause: indefinite, «مضيفا», «مضيفة». */
function isUsable({ tense, person, gender, number, definite, accusative, verb }: Reading<CueVerb>): boolean {
  if (tense === 'participle') {
    // «ملاحظات», «مطالبات»: in the feminine plural they are nouns.
    if (gender === 'feminine' && number === 'plural') return false
    return definite !== true && (accusative === true || gender === 'feminine' || number !== 'singular')
  }
  // What somebody will say has not been said.
  if (tense === 'masdar' || tense === 'jussive' || tense === 'future' || person !== 3) return false
  // Hardly ever written, and written like other words: «عدن», «ردا».
  const rare =
    verb.strength === 'weak' &&
    tense === 'perfect' &&
    (number === 'dual' || (number === 'plural' && gender === 'feminine'))
  return !rare
}

/** Forms that are nearly always another word: «ردا على», «أمرا». */
const HOMOGRAPHS = wordSet(context.homographs)

const verbs: ReadonlyMap<string, CueEntry> = new Map(
  [...verbForms(cueVerbs as readonly CueVerb[])].flatMap(([form, readings]) => {
    const entry = HOMOGRAPHS.has(form) ? null : entryOf(readings)
    return entry ? [[form, entry] as const] : []
  }),
)

/** Forms that can only be passive, «قيل», «أفيد», and verbs whose subject is what is said: «تردد أن». */
const passives: ReadonlyMap<string, CueEntry> = new Map(
  [...verbForms([...(cueVerbs as readonly CueVerb[]), ...IMPERSONAL])].flatMap(([form, readings]) => {
    if (verbs.has(form)) return []
    const passive = readings.filter(reading => isPassive(reading))
    const entry = entryOf(passive.map(reading => ({ ...reading, voice: 'active' })))
    return entry ? [[form, { ...entry, takes: CLAUSE_ONLY, passive: true }] as const] : []
  }),
)

function isPassive({ voice, person, number, gender, tense, verb }: Reading<CueVerb>): boolean {
  if (person !== 3 || number !== 'singular' || gender !== 'masculine' || tense === 'future') return false
  return (voice === 'passive' || IMPERSONAL.includes(verb)) && verb.frames.includes('clause')
}

const nouns: ReadonlyMap<string, CueEntry> = new Map(
  cueNouns.map(({ noun, class: meaning, prepositions = [] }) => [
    foldTerm(noun),
    {
      form: 'noun',
      lemma: noun,
      class: meaning as CueClass,
      strength: 'weak',
      takes: new Set<Frame>(['clause', 'colon', 'marks', ...(prepositions.length > 0 ? ['argument' as const] : [])]),
      prepositions: new Set(prepositions.map(foldTerm)),
      agreement: { gender: null, count: null },
      present: false,
      relays: false,
      passive: false,
    },
  ]),
)

const POSSESSORS: Readonly<Record<string, Agreement>> = {
  ه: { gender: 'masculine', count: 'singular' },
  ها: { gender: 'feminine', count: 'singular' },
  هما: { gender: null, count: 'dual' },
  هم: { gender: 'masculine', count: 'plural' },
  هن: { gender: 'feminine', count: 'plural' },
}

/** Reads a folded form as a reporting word; null when it is none. */
export function readCueWord(form: string): CueWord | null {
  return readVerb(form) ?? readNoun(form) ?? readPassive(form)
}

/** «قاله», «أكدته»: a finite verb with what was said as its object; reports only where its surroundings say so. */
export function readSaidThing(form: string): CueWord | null {
  const stem = /^(?<stem>.{2,})ه$/u.exec(form)?.groups?.stem
  const entry = stem === undefined ? undefined : verbs.get(stem)
  return entry?.form === 'finite' ? { entry, before: 0, joined: false, preposition: null, pronoun: 'ه' } : null
}

function readPassive(form: string): CueWord | null {
  const joined = /^[وف]/u.test(form) && !passives.has(form)
  const entry = passives.get(joined ? form.slice(1) : form)
  return entry ? { entry, before: joined ? 1 : 0, joined, preposition: null, pronoun: null } : null
}

function readVerb(form: string): CueWord | null {
  const found = stripClitics(form, stem => verbs.has(stem)) ?? shortWithPronoun(form)
  if (!found || found.article) return null
  const entry = verbs.get(found.stem) as CueEntry
  if (found.preposition !== null) return found.preposition === 'ل' ? readAim(entry, found) : null
  if (found.pronoun !== null && (!mayTakePronoun(entry) || !(found.pronoun in POSSESSORS))) return null
  const joined = found.conjunction !== null
  return { entry, before: joined ? 1 : 0, joined, preposition: null, pronoun: found.pronoun }
}

/** Verbs that say something of or to somebody; with others the pronoun belongs to a noun, «قدرته». */
const OBJECTS: ReadonlySet<CueClass> = new Set([
  'accuse',
  'ask',
  'criticise',
  'demand',
  'describe',
  'inform',
  'opine',
  'order',
  'promise',
  'request',
  'suggest',
  'threaten',
  'warn',
])
const mayTakePronoun = ({ form, class: meaning, strength }: CueEntry): boolean =>
  form === 'finite' && OBJECTS.has(meaning) && (strength !== 'weak' || meaning === 'describe')

/** «حثهم», «وحضها»: of doubled verbs two letters remain, which nothing but this list vouches for. */
const SHORT = /^(?<conjunction>[وف]?)(?<stem>حث|حض)(?<pronoun>هما|ها|هم|هن|ه)$/u

function shortWithPronoun(form: string): Clitics | null {
  const { conjunction, stem, pronoun } = SHORT.exec(form)?.groups ?? {}
  if (!stem || !pronoun) return null
  const joined = conjunction === 'و' || conjunction === 'ف' ? conjunction : null
  return { stem, conjunction: joined, preposition: null, article: false, pronoun }
}

/** «عاد ليؤكد أن …», «خرج ليقول»: what somebody does something for, and does. */
function readAim(entry: CueEntry, { conjunction, pronoun }: Clitics): CueWord | null {
  if (!entry.present || entry.strength === 'weak' || pronoun !== null) return null
  const joined = conjunction !== null
  const takes = new Set([...entry.takes].filter(frame => AIMED.has(frame)))
  return { entry: { ...entry, takes }, before: joined ? 2 : 1, joined, preposition: 'ل', pronoun }
}

/** «قوله», «بقولها», «بالقول», «التأكيد»: a noun that may report; without a possessor its surroundings decide. */
function readNoun(form: string): CueWord | null {
  const found = stripClitics(form, stem => nouns.has(stem))
  if (!found || found.preposition === 'ك') return null
  const entry = nouns.get(found.stem) as CueEntry
  const agreement = found.pronoun === null ? undefined : POSSESSORS[found.pronoun]
  if (!agreement && !found.article) return null
  const before = (found.conjunction ? 1 : 0) + (found.preposition ? 1 : 0)
  return {
    entry: agreement ? { ...entry, agreement, strength: entry.class === 'say' ? 'plain' : 'weak' } : entry,
    before,
    joined: found.conjunction !== null,
    preposition: found.preposition,
    pronoun: found.pronoun,
  }
}
