/** Forms of address: who is called «سمو», «معالي», «فضيلة», by the office whose form it is. */
import { foldTerm, spellings } from '../orthography.ts'
import roles from '../words/roles.json' with { type: 'json' }
import { mentionTerms } from './lexicon.ts'
import { type Draft, wordsOf } from './reader.ts'

const offices: ReadonlyMap<string, string> = new Map(
  Object.entries(roles['addressed so']).flatMap(([honorific, office]) =>
    spellings(honorific).map(form => [form, foldTerm(office)] as const),
  ),
)
const addressed: ReadonlySet<string> = new Set(offices.values())

/** «سمو», «معالي»: a word that stands before an office or a title. */
export const isHonorific = (form: string): boolean => offices.has(form)

/** The offices by whose form of address a mention speaks of one person: «سمو» in «صاحب السمو الملكي», «الشيخ» before a name. */
export function stylesOf({ reach, first, last, type, name, head, count, styled }: Draft): readonly string[] {
  if (count !== 'singular' || (type !== 'person' && type !== 'unnamed')) return []
  if (styled) return head ? [head.lemma] : []
  const words = wordsOf(reach, { first, last: name?.first ?? last })
  const found = words.flatMap(word => {
    const office = offices.get(word.replace(/^ال/u, ''))
    if (office) return [office]
    const lemma = mentionTerms.get(word)?.noun?.lemma
    return lemma !== undefined && word.startsWith('ال') && addressed.has(lemma) ? [lemma] : []
  })
  return [...new Set(found)]
}
