/** People whom no list has: a regular masculine plural in the nominative is said of people alone, «الدائنون», «متخصصون». */
import { memo } from '../../../extract/text/memo.ts'
import { foldTerm } from '../orthography.ts'
import groups from '../words/groups.json' with { type: 'json' }
import type { Entry } from './entries.ts'
import { isVerb } from './verbs.ts'

const things = new Set(groups['no people in -un'].map(foldTerm))

/** Without article only participles, which begin with م, and nisbas are taken: others are verbs more often, «يؤكدون». */
const SHAPE = /^(?:ال.{3,}|م.{3,}|[^يت].{2,}ي)ون$/u

/** What a form says by its shape; null for most words. */
export const peopleByShape = memo((form: string): Entry | null => {
  if (!SHAPE.test(form) || isVerb(form)) return null
  const definite = form.startsWith('ال')
  const word = definite ? form.slice(2) : form
  if (things.has(word)) return null
  const noun = {
    kind: 'person',
    lemma: word.slice(0, -2),
    gender: 'masculine',
    count: 'plural',
    state: definite ? 'definite' : 'bare',
    nominative: form,
    country: null,
    anaphor: false,
    needs: null,
  } as const
  return { noun }
})
