/** When an article was published: metadata first, then the lines of the page that say so. */
import type { Article, Evidence, Facts, Publication } from '../../types.ts'
import { readPassage } from '../text/passage.ts'
import type { DateGrammar } from './grammar.ts'
import { resolve } from './resolve.ts'
import { type Closed, readStretch, toDateValue } from './stretch.ts'

export interface Dated {
  readonly publication: Publication
  /** The days on one of which it was published, or null. */
  readonly reference: Closed | null
}

/** What metadata or a line of the page says of publication, or null. */
export function statedPublication(article: Article, facts: Facts, grammar: DateGrammar): Dated | null {
  const metadata = facts.publishedAt === undefined ? null : readStretch(facts.publishedAt)
  if (metadata) {
    const text = facts.publishedAt as string
    return dated(metadata, 'metadata', [
      { ruleId: 'engine/published/metadata', span: null, text, says: 'published_at' },
    ])
  }
  for (const { text, kind } of article.publicationLines) {
    if (kind === 'updated') continue
    const passage = readPassage('body', text, [{ start: 0, end: text.length, kind: 'paragraph' }], grammar.orthography)
    for (const { time, ruleId } of grammar.read(passage)) {
      const resolution = resolve(time, null)
      if (resolution) return dated(resolution.stretch, 'stated', [{ ruleId, span: null, text, says: kind }])
    }
  }
  return null
}

function dated(reference: Closed, basis: 'metadata' | 'stated', evidence: readonly Evidence[]): Dated {
  return { publication: { value: toDateValue(reference), basis, evidence }, reference }
}
