/** Nouns as they are written: the forms of one noun by gender, number, definiteness and case. */
import type { Count, Gender } from '../../extract/mentions/mention.ts'

export interface NounForm {
  readonly form: string
  readonly gender: Gender
  readonly count: Count
  /** `bare` may also stand before a complement; `construct` only does; `owned` carries a pronoun. */
  readonly state: 'bare' | 'definite' | 'construct' | 'owned'
  /** The same form in the nominative, by which it is named: «محققون» of «محققين». */
  readonly nominative: string
}

const PRONOUNS = ['ه', 'ها', 'هم', 'هما', 'نا']

/**
 * The forms of a noun in dictionary spelling. `plural` is the plural itself, «ون» for a regular one, «-» for
 * none, several parted by a slash. A noun of
 * several words is inflected in its first. With `women`, a masculine noun has feminine forms in ة as well. Of forms
 * written alike the likelier comes first.
 */
export function nounForms(singular: string, plural: string, women: boolean): readonly NounForm[] {
  const [head = '', ...tail] = singular.split(' ')
  const own: Gender = head.endsWith('ة') ? 'feminine' : 'masculine'
  const forms = [
    ...singularForms(head, own),
    ...plural.split('/').flatMap(one => pluralForms(head, one.split(' ')[0] as string, own)),
    ...dualForms(stemOf(head), own),
    ...(women && own === 'masculine'
      ? [
          ...singularForms(`${head}ة`, 'feminine'),
          ...dualForms(`${head}ت`, 'feminine'),
          ...brokenPlural(`${head}ات`, 'feminine'),
        ]
      : []),
  ]
  return tail.length === 0 ? forms : forms.flatMap(form => withTail(form, tail.join(' ')))
}

/** What endings are written onto: ة opens to ت. */
const stemOf = (word: string) => (word.endsWith('ة') ? `${word.slice(0, -1)}ت` : word)

function singularForms(word: string, gender: Gender): NounForm[] {
  const owned = PRONOUNS.map(pronoun => of(`${stemOf(word)}${pronoun}`, gender, 'singular', 'owned'))
  return [of(word, gender, 'singular', 'bare'), of(`ال${word}`, gender, 'singular', 'definite'), ...owned]
}

function dualForms(stem: string, gender: Gender): NounForm[] {
  return [
    ...endings(stem, ['ان', 'ين'], gender, 'dual'),
    ...['ا', 'ي'].flatMap(ending => [
      of(`${stem}${ending}`, gender, 'dual', 'construct', `${stem}ا`),
      ...PRONOUNS.map(pronoun => of(`${stem}${ending}${pronoun}`, gender, 'dual', 'owned', `${stem}ا${pronoun}`)),
    ]),
  ]
}

function pluralForms(head: string, plural: string, gender: Gender): NounForm[] {
  if (plural === '-') return []
  if (!plural.endsWith('ون')) return brokenPlural(plural, gender)
  const stem = plural === 'ون' ? head : plural.slice(0, -2)
  return [
    ...endings(stem, ['ون', 'ين'], gender, 'plural'),
    ...['و', 'ي'].map(ending => of(`${stem}${ending}`, gender, 'plural', 'construct', `${stem}و`)),
  ]
}

/** Both cases of a dual or a regular plural, with and without the article; the first is the nominative. */
function endings(stem: string, cases: readonly [string, string], gender: Gender, count: Count): NounForm[] {
  return cases.flatMap(ending => [
    of(`${stem}${ending}`, gender, count, 'bare', `${stem}${cases[0]}`),
    of(`ال${stem}${ending}`, gender, count, 'definite', `ال${stem}${cases[0]}`),
  ])
}

function brokenPlural(plural: string, gender: Gender): NounForm[] {
  return [
    of(plural, gender, 'plural', 'bare'),
    of(`ال${plural}`, gender, 'plural', 'definite'),
    ...PRONOUNS.map(pronoun => of(`${stemOf(plural)}${pronoun}`, gender, 'plural', 'owned')),
  ]
}

const of = (form: string, gender: Gender, count: Count, state: NounForm['state'], nominative = form): NounForm => ({
  form,
  gender,
  count,
  state,
  nominative,
})

function withTail(noun: NounForm, tail: string): NounForm[] {
  if (noun.state === 'owned') return []
  const bare = noun.state !== 'definite' || tail.startsWith('ال')
  const complete = (form: string) => (bare ? `${form} ${tail}` : `${form.slice(2)} ال${tail}`)
  return [{ ...noun, form: complete(noun.form), nominative: complete(noun.nominative) }]
}
