/** The words of events: every trigger, light verb and class of words in one map, looked up once a token. */
import type { EventType } from '../../../types.ts'
import { type Clitics, stripClitics } from '../clitics.ts'
import { foldTerm } from '../orthography.ts'
import { type Reading, type Verb, verbForms } from '../verbs.ts'
import frames from '../words/event-frames.json' with { type: 'json' }
import objects from '../words/event-objects.json' with { type: 'json' }
import triggers from '../words/event-triggers.json' with { type: 'json' }

/** One sense of a trigger, as `words/event-triggers.json` gives it. */
export interface Sense {
  readonly type: EventType
  readonly mode?: string
  /** Perfect and imperfect. */
  readonly verb?: readonly [string, string]
  /** Given where the participle reports by itself: «مطالبا». */
  readonly participle?: string
  /** Verbal nouns that report only with an argument or a light verb. */
  readonly action?: readonly string[]
  /** Nouns that name a happening. */
  readonly happening?: readonly string[]
  /** Class of words of which one must follow. */
  readonly object?: string
  /** That word must follow at once. */
  readonly adjacent?: true
  /** Class of words of which the subject must be. */
  readonly subject?: string
  /** Class of words that must follow a noun at once. */
  readonly qualifier?: string
  /** Prepositions of which one must follow. */
  readonly preposition?: readonly string[]
  readonly adjacentPreposition?: true
  /** Words that, following at once, make it something else. */
  readonly without?: readonly string[]
  /** Class of words of which one near after it makes it something else. */
  readonly unless?: string
  /** Class of words of which one must stand in the sentence. */
  readonly context?: string
  /** Somebody must be among its arguments. */
  readonly human?: true
  /** Somebody must be the object. */
  readonly target?: true
  /** `mutual`: all arguments take part. `patient`: the subject suffers it. */
  readonly roles?: 'mutual' | 'patient'
  /** Without a second argument, the unvocalised form is a passive. */
  readonly passive?: true
  /** `light`: the noun reports only with a light verb. */
  readonly frame?: 'light'
  /** Needs more evidence than others of its kind. */
  readonly weak?: true
}

/** Killed, wounded, died: what an attack led to. */
const OUTCOMES: ReadonlySet<string> = new Set([
  'قتل',
  'أصاب',
  'جرح',
  'استشهد',
  'لقي',
  'مصرع',
  'سقط',
  'دمّر',
  'أودى',
  'أوقع',
  'خلّف',
])

export const isOutcome = ({ type, verb, happening }: Sense): boolean =>
  type === 'ASSAULT' && OUTCOMES.has(verb?.[0] ?? happening?.[0] ?? '')

export interface NounSense {
  readonly sense: Sense
  readonly kind: 'action' | 'happening'
  /** The further words of a term of several words, without article. */
  readonly rest: readonly string[]
  readonly lemma: string
}

/** What a light verb makes of the noun that it governs, and who its subject is. */
export type Frame = 'agent' | 'patient' | 'place' | 'passive' | 'intent' | 'demand' | 'undo'

interface TriggerVerb extends Verb {
  readonly sense: Sense
  readonly lemma: string
}
interface LightVerb extends Verb {
  readonly frame: Frame
  /** Prepositions between it and its noun; empty where the noun is its plain object or subject. */
  readonly prepositions: readonly string[]
}

/** All that the lists know of one form. */
export interface Lexeme {
  readonly verbs: readonly Reading<TriggerVerb>[]
  readonly lights: readonly Reading<LightVerb>[]
  readonly nouns: readonly NounSense[]
  /** Verbal noun of a light verb: «عقد». */
  readonly frame: Frame | null
  readonly classes: ReadonlySet<string>
}

/** A token as the lists know it, with what is attached to it. */
export interface Word extends Clitics, Lexeme {}

type Mutable = {
  verbs: Reading<TriggerVerb>[]
  lights: Reading<LightVerb>[]
  nouns: NounSense[]
  frame: Frame | null
  classes: Set<string>
}

const lexemes = new Map<string, Mutable>()

function lexemeOf(form: string): Mutable {
  let found = lexemes.get(form)
  if (!found) {
    found = { verbs: [], lights: [], nouns: [], frame: null, classes: new Set() }
    lexemes.set(form, found)
  }
  return found
}

/** A noun as written without article and pronoun: bare, accusative, dual; a final ة loosely as ه. */
function nounForms(noun: string): readonly string[] {
  const form = foldTerm(noun)
  if (form.endsWith('ة')) {
    const stem = form.slice(0, -1)
    return [form, `${stem}ه`, `${stem}تان`, `${stem}تين`]
  }
  return /(?:ا|ات|اء|ون|ين|ى)$/u.test(form) ? [form] : [form, `${form}ا`]
}

/** «العسكرية» and «عسكرية» agree with «عسكرية»; «صحفيا» with «صحفي». */
export const withoutArticle = (form: string): string => form.replace(/^(?:ال|لل|بال|وال)(?=...)/u, '')

const senses = (triggers as unknown as readonly Sense[]).map(sense =>
  sense.without ? { ...sense, without: sense.without.map(foldTerm) } : sense,
)

for (const sense of senses) {
  for (const kind of ['action', 'happening'] as const) {
    for (const term of sense[kind] ?? []) {
      const [head, ...rest] = term.split(' ') as [string, ...string[]]
      const noun = {
        sense,
        kind,
        lemma: foldTerm(sense.verb?.[0] ?? term),
        rest: rest.map(foldTerm).map(withoutArticle),
      }
      for (const form of nounForms(head)) lexemeOf(form).nouns.push(noun)
    }
  }
}
for (const [name, words] of Object.entries({
  ...objects,
  people: frames.people,
  counts: frames.counts,
  popular: frames.popular,
  instances: frames.instances,
})) {
  for (const word of words) {
    for (const form of nounForms(word)) lexemeOf(withoutArticle(form)).classes.add(name)
  }
}
/** Perfects that are commoner as nouns: «حاكم» (governor), «قاطع» (sector). */
const notVerbs = new Set(frames.notVerbs.map(foldTerm))

const triggerVerbs = senses.flatMap((sense): TriggerVerb[] => {
  if (!sense.verb) return []
  const [perfect, imperfect] = sense.verb
  return [
    {
      perfect,
      imperfect,
      sense,
      lemma: foldTerm(perfect),
      ...(sense.participle !== undefined && { participle: sense.participle }),
    },
  ]
})
for (const [form, readings] of verbForms(triggerVerbs)) {
  const kept = notVerbs.has(form) ? [] : readings.filter(reports)
  if (kept.length > 0) lexemeOf(form).verbs.push(...kept)
}
const lightVerbs = frames.lightVerbs.map(({ verb: [perfect, imperfect], frame, prepositions }): LightVerb => {
  return {
    perfect: perfect as string,
    imperfect: imperfect as string,
    frame: frame as Frame,
    prepositions: prepositions ?? [],
  }
})
for (const [form, readings] of verbForms(lightVerbs)) {
  const kept = readings.filter(
    ({ tense, voice, person, verb }) =>
      tense !== 'participle' && person !== 1 && !(voice === 'passive' && verb.prepositions.length > 0),
  )
  if (kept.length > 0) lexemeOf(form).lights.push(...kept)
}
for (const { masdars, frame } of frames.lightVerbs) {
  for (const masdar of masdars ?? []) for (const form of nounForms(masdar)) lexemeOf(form).frame = frame as Frame
}

/** Third persons report; participles only where the list gives them, as «مطالبا» after a comma. */
function reports({ tense, person, number, verb, definite, accusative, gender }: Reading<TriggerVerb>): boolean {
  if (tense === 'masdar' || person === 1) return false
  if (number === 'plural' && gender === 'feminine' && tense !== 'participle') return false
  if (tense !== 'participle') return true
  return verb.participle !== undefined && definite === false && (accusative === true || gender === 'feminine')
}

/** What speakers say of themselves and of those they speak to reports nothing. */
const FIRST_PERSON: ReadonlySet<string> = new Set(['ي', 'ني', 'نا', 'ك', 'كم', 'كما'])

const NONE: Lexeme = { verbs: [], lights: [], nouns: [], frame: null, classes: new Set() }

/** Forms looked up before: news repeats itself, and taking a form apart costs most of the reading. */
const seen = new Map<string, Word | null>()
const SEEN_AT_MOST = 20_000

/** Looks a folded form up, with and without what may be attached to it. */
export function readWord(form: string): Word | null {
  const known = seen.get(form)
  if (known !== undefined) return known
  if (seen.size >= SEEN_AT_MOST) seen.clear()
  const word = lookUp(form)
  seen.set(form, word)
  return word
}

function lookUp(form: string): Word | null {
  const clitics = stripClitics(form, stem => lexemes.has(stem))
  if (!clitics || FIRST_PERSON.has(clitics.pronoun ?? '')) return null
  const lexeme = lexemes.get(clitics.stem) ?? NONE
  const { pronoun, stem, preposition, article } = clitics
  const noun = pronoun !== null && stem.endsWith('ت') ? lexemes.get(`${stem.slice(0, -1)}ة`) : undefined
  const nominal = article || preposition === 'ب' || preposition === 'ك'
  return {
    ...clitics,
    verbs: nominal ? [] : lexeme.verbs,
    lights: nominal ? [] : lexeme.lights,
    nouns: noun ? [...lexeme.nouns, ...noun.nouns] : lexeme.nouns,
    frame: lexeme.frame,
    classes: noun ? new Set([...lexeme.classes, ...noun.classes]) : lexeme.classes,
  }
}
