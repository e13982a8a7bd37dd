/**
 * The paradigms of Arabic verbs: from a lemma and its imperfect, every form that news writes, folded as texts are. No
 * stemmer: a form is known because it was generated, and says which person, number and gender it agrees with.
 */
import { foldTerm } from './orthography.ts'
import {
  bare,
  imperfectStems,
  passiveImperfect,
  passivePerfect,
  perfectStems,
  type Shape,
  shapeOf,
} from './verb-stems.ts'
import { activeParticiple, masdarForms, participleForms, participleStem } from './verbal-nouns.ts'

/** A verb as the word lists give it. */
export interface Verb {
  /** Perfect, third person masculine singular, spelled with its hamza; a shadda marks pattern II and doubled roots. */
  readonly perfect: string
  /** Imperfect, third person masculine singular. Empty for a verb used in the perfect only. */
  readonly imperfect: string
  /** Active participle, «قائل» or «قائلا». Worked out when it is not given. */
  readonly participle?: string
  /** Verbal nouns and their plurals. A weak one ends without its ي: «تحدّ», «تلقّ». */
  readonly masdars?: readonly string[]
}

export type Tense = 'perfect' | 'imperfect' | 'jussive' | 'future' | 'participle' | 'masdar'

/** One way to read a form. Agreement that the spelling does not show is null. */
export interface Reading<V extends Verb = Verb> {
  readonly verb: V
  /** `jussive`: written so only after لم, لا, لـ (subjunctives too): «يقل», «يعلنوا». */
  readonly tense: Tense
  readonly person: 1 | 3 | null
  readonly number: 'singular' | 'dual' | 'plural' | null
  readonly gender: 'masculine' | 'feminine' | null
  /** `either` where the unvocalised spelling is that of both. */
  readonly voice: 'active' | 'passive' | 'either'
  /** Nouns only: has the article. */
  readonly definite?: boolean
  /** Nouns only: the spelling shows the accusative, «مضيفا». */
  readonly accusative?: boolean
}

type Agreement = readonly [person: 1 | 3, number: 'singular' | 'dual' | 'plural', gender: Reading['gender']]
type Cell = readonly [form: string, tense: Tense, agreement: Agreement]
type Voice = Reading['voice']

const HE: Agreement = [3, 'singular', 'masculine']
const SHE: Agreement = [3, 'singular', 'feminine']
const TWO: Agreement = [3, 'dual', 'masculine']
const TWO_F: Agreement = [3, 'dual', 'feminine']
const THEY: Agreement = [3, 'plural', 'masculine']
const THEY_F: Agreement = [3, 'plural', 'feminine']
const I: Agreement = [1, 'singular', null]
const WE: Agreement = [1, 'plural', null]

/**
 * Forms that a paradigm may not claim, because folding makes them a commoner word: «هنأ» is written like «هنا» (here), the
 * feminine participle of «أدان» like «مدينة» (city).
 */
const COMMONER_WORDS: ReadonlySet<string> = new Set(['هنا', 'مدينة', 'المدينة', 'يحيى', 'ووفقا', 'قوضوا'])

/** Every form of one verb with its readings, the form folded. The lemma itself comes first. */
export function conjugate<V extends Verb>(verb: V): readonly (readonly [form: string, reading: Reading<V>])[] {
  const out: (readonly [string, Reading<V>])[] = []
  const seen = new Set<string>()
  const add = (form: string, reading: Omit<Reading<V>, 'verb'>) => {
    const folded = foldTerm(form)
    const key = `${folded} ${reading.tense} ${reading.person} ${reading.number} ${reading.gender} ${reading.voice}`
    if (folded.length < 2 || COMMONER_WORDS.has(folded) || seen.has(key)) return
    seen.add(key)
    out.push([folded, { verb, ...reading }])
  }
  const shape = shapeOf(verb.perfect, verb.imperfect)
  const addCells = (cells: readonly Cell[], voice: Voice) => {
    for (const [form, tense, [person, number, gender]] of cells) add(form, { tense, person, number, gender, voice })
  }
  const passive = passivePerfect(shape)
  addCells(perfectCells(shape), passive === null ? 'either' : 'active')
  if (passive !== null) addCells(perfectCells({ ...shape, perfect: passive, hollow: false }).slice(0, 6), 'passive')
  if (verb.imperfect !== '') {
    const passiveStem = passiveImperfect(shape)
    addCells(imperfectCells(shape), passiveStem === null ? 'either' : 'active')
    if (passiveStem !== null) addCells(imperfectCells({ ...shape, stem: passiveStem }).slice(0, 8), 'passive')
  }
  for (const { form, ...noun } of nouns(verb, shape)) add(form, { person: null, voice: 'active', ...noun })
  return out
}

function perfectCells(shape: Shape): readonly Cell[] {
  const { plain, feminine, dual, plural, consonant } = perfectStems(shape)
  const n = consonant.endsWith('ن') ? consonant.slice(0, -1) : consonant
  return [
    [plain, 'perfect', HE],
    [`${feminine}ت`, 'perfect', SHE],
    [`${dual}ا`, 'perfect', TWO],
    [`${feminine}تا`, 'perfect', TWO_F],
    ...plural.map((stem): Cell => [`${stem}وا`, 'perfect', THEY]),
    [`${n}ن`, 'perfect', THEY_F],
    [`${consonant}ت`, 'perfect', I],
    [`${n}نا`, 'perfect', WE],
  ]
}

function imperfectCells(shape: Shape): readonly Cell[] {
  const { plain, dual, plural, consonant, short } = imperfectStems(shape)
  const indicative: readonly (readonly [string, Agreement])[] = [
    [`ي${plain}`, HE],
    [`ت${plain}`, SHE],
    [`ي${dual}ان`, TWO],
    [`ت${dual}ان`, TWO_F],
    ...plural.map((stem): readonly [string, Agreement] => [`ي${stem}ون`, THEY]),
    [`ي${consonant}ن`, THEY_F],
    [`أ${plain}`, I],
    [`ن${plain}`, WE],
  ]
  const cells: Cell[] = []
  for (const [form, agreement] of indicative) {
    cells.push([form, 'imperfect', agreement], [`س${form}`, 'future', agreement])
  }
  for (const stem of plural) cells.push([`ي${stem}وا`, 'jussive', THEY])
  cells.push([`ي${dual}ا`, 'jussive', TWO], [`ت${dual}ا`, 'jussive', TWO_F])
  if (short !== null && short.length > 1) cells.push([`ي${short}`, 'jussive', HE], [`ت${short}`, 'jussive', SHE])
  return cells
}

function* nouns(verb: Verb, shape: Shape) {
  const weak = /[ىاي]$/u.test(shape.perfect)
  if (verb.imperfect !== '' || verb.participle !== undefined) {
    const stem = verb.participle === undefined ? activeParticiple(shape) : participleStem(verb.participle, shape)
    for (const noun of participleForms(stem)) yield { tense: 'participle' as const, ...noun }
  }
  for (const masdar of verb.masdars ?? []) {
    const shortened = weak && shape.perfect.startsWith('ت') && !/[ةاءيت]$/u.test(bare(masdar))
    for (const noun of masdarForms(masdar, shortened)) yield { tense: 'masdar' as const, ...noun }
  }
}

/** Final ي is written ى in much of the Egyptian press, final ة often ه. */
const looseSpelling = (form: string): string => form.replace(/ي$/u, 'ى').replace(/ة$/u, 'ه')

/**
 * The forms of many verbs in one map, folded form → readings in the order of the list. Loose spellings («يلتقى» for «يلتقي»)
 * are added only where no verb of the list claims them.
 */
export function verbForms<V extends Verb>(verbs: Iterable<V>): ReadonlyMap<string, readonly Reading<V>[]> {
  const forms = new Map<string, Reading<V>[]>()
  for (const verb of verbs) {
    for (const [form, reading] of conjugate(verb)) {
      const readings = forms.get(form)
      if (readings) readings.push(reading)
      else forms.set(form, [reading])
    }
  }
  for (const [form, readings] of [...forms]) {
    const loose = looseSpelling(form)
    if (loose === form || forms.has(loose) || COMMONER_WORDS.has(loose)) continue
    const kept = readings.filter(({ voice, tense }) => voice !== 'passive' && tense !== 'perfect')
    if (kept.length > 0) forms.set(loose, kept)
  }
  return forms
}
