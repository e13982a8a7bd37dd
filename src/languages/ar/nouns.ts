/** Nouns as they are written: the forms of one noun by gender, number, definiteness and case. */
import type { Count, Gender } from '../../extract/mentions/mention.ts'

export interface NounForm {
  readonly form: string
  readonly gender: Gender
  readonly count: Count
  /** `bare` may also stand before a complement; `construct` only does; `owned` carries a pronoun. */
  readonly state: 'bare' | 'definite' | 'construct' | 'owned'
}

const PRONOUNS = ['ه', 'ها', 'هم', 'هما', 'نا']

/**
 * The forms of a noun in dictionary spelling. `plural` is the plural itself, «ون» for a regular one, «-» for none. A noun of
 * several words is inflected in its first. Feminine forms are made of a masculine noun in any letter but ة.
 */
export function nounForms(singular: string, plural: string): readonly NounForm[] {
  const [head = '', ...tail] = singular.split(' ')
  const feminine = head.endsWith('ة')
  const forms = feminine
    ? [...singularForms(head, 'feminine'), ...dualForms(`${head.slice(0, -1)}ت`, 'feminine')]
    : [
        ...singularForms(head, 'masculine'),
        ...dualForms(head, 'masculine'),
        ...singularForms(`${head}ة`, 'feminine'),
        ...dualForms(`${head}ت`, 'feminine'),
        ...brokenPlural(`${head}ات`, 'feminine'),
      ]
  forms.push(...pluralForms(head, plural.split(' ')[0] as string, feminine ? 'feminine' : 'masculine'))
  return tail.length === 0 ? forms : forms.flatMap(form => withTail(form, tail.join(' ')))
}

function singularForms(word: string, gender: Gender): NounForm[] {
  const stem = word.endsWith('ة') ? `${word.slice(0, -1)}ت` : word
  const owned = PRONOUNS.map(pronoun => of(`${stem}${pronoun}`, gender, 'singular', 'owned'))
  const accusative = word === stem ? [of(`${word}ا`, gender, 'singular', 'bare')] : []
  return [
    of(word, gender, 'singular', 'bare'),
    of(`ال${word}`, gender, 'singular', 'definite'),
    ...accusative,
    ...owned,
  ]
}

function dualForms(stem: string, gender: Gender): NounForm[] {
  return [
    ...['ان', 'ين'].flatMap(ending => [
      of(`${stem}${ending}`, gender, 'dual', 'bare'),
      of(`ال${stem}${ending}`, gender, 'dual', 'definite'),
    ]),
    ...['ا', 'ي'].flatMap(ending => [
      of(`${stem}${ending}`, gender, 'dual', 'construct'),
      ...PRONOUNS.map(pronoun => of(`${stem}${ending}${pronoun}`, gender, 'dual', 'owned')),
    ]),
  ]
}

function pluralForms(head: string, plural: string, gender: Gender): NounForm[] {
  if (plural === '-') return []
  if (!plural.endsWith('ون')) return brokenPlural(plural, gender)
  const stem = plural === 'ون' ? head : plural.slice(0, -2)
  return [
    ...['ون', 'ين'].flatMap(ending => [
      of(`${stem}${ending}`, gender, 'plural', 'bare'),
      of(`ال${stem}${ending}`, gender, 'plural', 'definite'),
    ]),
    ...['و', 'ي'].map(ending => of(`${stem}${ending}`, gender, 'plural', 'construct')),
  ]
}

function brokenPlural(plural: string, gender: Gender): NounForm[] {
  const stem = plural.endsWith('ة') ? `${plural.slice(0, -1)}ت` : plural
  return [
    of(plural, gender, 'plural', 'bare'),
    of(`ال${plural}`, gender, 'plural', 'definite'),
    ...PRONOUNS.map(pronoun => of(`${stem}${pronoun}`, gender, 'plural', 'owned')),
  ]
}

const of = (form: string, gender: Gender, count: Count, state: NounForm['state']): NounForm => ({
  form,
  gender,
  count,
  state,
})

function withTail(form: NounForm, tail: string): NounForm[] {
  if (form.state === 'owned') return []
  if (form.state !== 'definite' || tail.startsWith('ال')) return [{ ...form, form: `${form.form} ${tail}` }]
  return [{ ...form, form: `${form.form.slice(2)} ال${tail}` }]
}
