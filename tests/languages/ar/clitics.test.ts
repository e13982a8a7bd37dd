import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Clitics, stripClitics } from '../../../src/languages/ar/clitics.ts'

const known = new Set([
  'وزير',
  'قال',
  'شن',
  'زيارة',
  'طالبوا',
  'التقى',
  'لقاء',
  'اتهم',
  'لقاءات',
  'لجنة',
  'جنة',
  'القدس',
  'بحث',
  'قوله',
])
const strip = (form: string) => stripClitics(form, stem => known.has(stem))

/** `و+ب+ال+stem+pronoun`, as taken apart. */
const show = (clitics: Clitics | null) =>
  clitics &&
  [clitics.conjunction, clitics.preposition, clitics.article && 'ال', clitics.stem, clitics.pronoun]
    .filter(Boolean)
    .join('+')

describe('stripClitics', () => {
  it.each([
    ['وزير', 'وزير'],
    ['ووزير', 'و+وزير'],
    ['الوزير', 'ال+وزير'],
    ['وبالوزير', 'و+ب+ال+وزير'],
    ['للوزير', 'ل+ال+وزير'],
    ['وللوزير', 'و+ل+ال+وزير'],
    ['للقدس', 'ل+القدس'],
    ['للقاء', 'ل+لقاء'],
    ['بالقدس', 'ب+القدس'],
    ['فقال', 'ف+قال'],
    ['وشن', 'و+شن'],
    ['زيارته', 'زيارة+ه'],
    ['وبزيارتهما', 'و+ب+زيارة+هما'],
    ['طالبوه', 'طالبوا+ه'],
    ['التقاها', 'التقى+ها'],
    ['بلقائه', 'ب+لقاء+ه'],
    ['واتهمتها', null],
    ['واتهمه', 'و+اتهم+ه'],
    ['لجنة', 'لجنة'],
    ['بحث', 'بحث'],
    ['قوله', 'قوله'],
    ['بستان', null],
  ])('%s → %s', (form, expected) => {
    expect(show(strip(form))).toBe(expected)
  })

  it('never invents a stem', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...'وفبلكاهمنيةتؤئ'), { maxLength: 12 }), letters => {
        const form = letters.join('')
        const found = stripClitics(form, stem => stem.length > 2)
        if (found) expect(found.stem.length).toBeGreaterThan(2)
      }),
    )
  })
})
