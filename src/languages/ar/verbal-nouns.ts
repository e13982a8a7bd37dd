/** Participles and verbal nouns (maṣdar), in every form in which they are written. */
import { bare, type Shape } from './verb-stems.ts'

export interface NounForm {
  readonly form: string
  readonly gender: 'masculine' | 'feminine'
  readonly number: 'singular' | 'dual' | 'plural'
  readonly definite: boolean
  /** Whether the spelling shows the accusative: «مضيفا». */
  readonly accusative: boolean
}

/** The active participle in its long form, «نافي» for «ناف»: what all its endings attach to. */
export function activeParticiple({ perfect, stem, derived }: Shape): string {
  if (derived) return `م${stem.replace(/ى$/u, 'ي')}`
  const [first, middle, last] = [...perfect] as [string, string, string?]
  const open = first === 'أ' ? 'آ' : `${first}ا`
  if (last === undefined) return open + middle
  const heart = middle === 'ا' || middle === 'أ' ? 'ئ' : middle
  if (last === 'ى' || last === 'ا') return `${open}${heart}ي`
  return `${open}${heart}${last === 'أ' ? 'ئ' : last}`
}

/** Brings «قائلا», «قائل», «داعيا» and «داع» to the form that endings attach to; `shape` tells the weak ones. */
export function participleStem(written: string, { perfect }: Shape): string {
  const word = bare(written).replace(/ا$/u, '')
  return /[ىاي]$/u.test(perfect) && !word.endsWith('ي') ? `${word}ي` : word
}

/** Every form of a participle. A weak one loses its ي where it is indefinite and before long vowels: «داع», «داعون». */
export function participleForms(stem: string): readonly NounForm[] {
  const weak = stem.endsWith('ي')
  const short = weak ? stem.slice(0, -1) : stem
  const forms: NounForm[] = [
    { form: short, gender: 'masculine', number: 'singular', definite: false, accusative: false },
    { form: `${stem}ا`, gender: 'masculine', number: 'singular', definite: false, accusative: true },
    { form: `ال${stem}`, gender: 'masculine', number: 'singular', definite: true, accusative: false },
  ]
  const endings = [
    [`${stem}ة`, 'feminine', 'singular', false],
    [`${stem}ان`, 'masculine', 'dual', false],
    [`${stem}ين`, 'masculine', 'dual', true],
    [`${stem}تان`, 'feminine', 'dual', false],
    [`${stem}تين`, 'feminine', 'dual', true],
    [`${short}ون`, 'masculine', 'plural', false],
    [`${short}ين`, 'masculine', 'plural', true],
    [`${stem}ات`, 'feminine', 'plural', false],
  ] as const
  for (const [form, gender, number, accusative] of endings) {
    forms.push({ form, gender, number, definite: false, accusative })
    forms.push({ form: `ال${form}`, gender, number, definite: true, accusative })
  }
  return forms
}

/** The forms of a verbal noun: bare, accusative and with the article; a weak one is «تحدّ», «تحديا», «التحدي». */
export function masdarForms(masdar: string, weak: boolean): readonly NounForm[] {
  const word = bare(masdar)
  const gender = /[ةى]$|ات$/u.test(word) ? 'feminine' : 'masculine'
  const number = word.endsWith('ات') && word.length > 4 ? 'plural' : 'singular'
  const long = weak ? `${word}ي` : word
  const forms: NounForm[] = [
    { form: word, gender, number, definite: false, accusative: false },
    { form: `ال${long}`, gender, number, definite: true, accusative: false },
  ]
  if (weak) forms.push({ form: long, gender, number, definite: false, accusative: false })
  if (!/[ةىا]$|اء$|ات$/u.test(word)) forms.push({ form: `${long}ا`, gender, number, definite: false, accusative: true })
  return forms
}
