/** Phrases that name a source, «بحسب وزارة الداخلية», with the source they name. */
import type { Mention } from '../mentions/mention.ts'
import type { SourcePhrase } from './grammar.ts'
import type { Scene } from './scene.ts'
import { formAt } from './words.ts'

export interface Source {
  readonly phrase: SourcePhrase
  /** Null where the phrase points back at the speaker, «على حد قوله». */
  readonly mention: Mention | null
}

/** How many tokens may stand between the phrase and the name: «وفقا لما نقلته عنه», «بحسب بيان صادر عن». */
const WINDOW = 6

/** The source that a phrase at this token names; null when there is no phrase, or what follows is nobody: «وفق القانون». */
export function sourceAt(scene: Scene, at: number): Source | null {
  const phrase = scene.grammar.sourcePhraseAt(scene.passage, at)
  if (!phrase) return null
  if (phrase.by === 'self') return { phrase, mention: null }
  const mention =
    speakerFrom(scene, phrase.last, phrase.by === 'verb' ? WINDOW : 1) ??
    (phrase.report === null ? null : speakerFrom(scene, phrase.report, 1))
  return mention && { phrase, mention: (phrase.by === 'verb' ? behindRelay(scene, mention) : null) ?? mention }
}

/** «بحسب ما نقلته وسائل إعلام عن مصدر»: whose words they are stands behind who passes them on. */
function behindRelay({ passage, cast, grammar }: Scene, { type, last }: Mention): Mention | null {
  if (type !== 'media' || !grammar.relaysFrom(passage, last)) return null
  const mention = cast.startingAt(passage, last + 1)
  return mention?.type === 'person' || mention?.type === 'unnamed' ? mention : null
}

/** The first mention of somebody who can speak, from a token on and not beyond a few others. */
export function speakerFrom(scene: Scene, from: number, window: number): Mention | null {
  const { passage, cast, grammar, opens } = scene
  for (let at = from; at < from + window && at < passage.tokens.length; at++) {
    const mention = cast.startingAt(passage, at)
    if (mention) return nameAt(mention)
    const form = formAt(passage, at)
    if (form === '،' || form === '.' || form === ':' || grammar.beginsClause(passage, at)) return null
    // «بحسب تقرير نشرته "العين"»: a name in marks.
    if (opens[at] !== -1) return at === from ? nameAt(cast.startingAt(passage, at + 1)) : null
  }
  return null
}

const nameAt = (mention: Mention | null): Mention | null => (mention?.type === 'place' ? null : mention)
