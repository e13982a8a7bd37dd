/** Quotations told apart from names, titles and scare quotes, which stand in the same marks. */
import type { Passage } from '../text/passage.ts'
import type { Token } from '../text/tokens.ts'
import type { QuoteGrammar } from './grammar.ts'
import type { Marked } from './marks.ts'
import type { Scene } from './scene.ts'
import { formAt, wordCount, wording } from './words.ts'

const SHORT = 3
const LONG = 6
const TITLE = 10

/** Whether what stands between marks names somebody or something: then it reports nothing. */
export function isName(scene: Scene, stretch: Marked): boolean {
  const { passage, cast } = scene
  const words = wordCount(passage, stretch)
  if (words > TITLE) return false
  if (introduced(passage, stretch, scene.grammar)) return !scene.grammar.beginsClause(passage, stretch.first)
  if (words > LONG) return false
  if (words <= SHORT && (scene.repeated.get(wording(passage, stretch)) ?? 0) > 1) return true
  const mention = cast.covering(passage, stretch.first)
  if (mention && mention.first < stretch.opener && mention.last >= stretch.last) return true
  if (mention && mention.first <= stretch.first && mention.last >= stretch.last && mention.name !== null) return true
  if (holdsNamesOnly(scene, stretch)) return true
  if (words <= SHORT && scene.grammar.beginsName(passage, stretch.first)) return true
  return words <= SHORT && isForeign(passage, stretch)
}

/** «"تركيا ونظام الأسد"»: every word between the marks belongs to somebody's name. */
function holdsNamesOnly({ passage, cast }: Scene, { first, last }: Marked): boolean {
  for (let at = first; at < last; ) {
    if ((passage.tokens[at] as Token).kind === 'mark') at++
    else {
      const mention = cast.startingAt(passage, at)
      if (!mention || mention.name === null || mention.type === 'unnamed' || mention.last > last) return false
      at = mention.last
    }
  }
  return true
}

function introduced(passage: Passage, { opener }: Marked, grammar: QuoteGrammar): boolean {
  const glued = !(passage.tokens[opener] as Token).spaced && grammar.proclitics.has(formAt(passage, opener - 1))
  return opener > 0 && grammar.introducesName(passage, glued ? opener - 2 : opener - 1)
}

/** Written in Latin letters or digits inside a text that is not: an abbreviation or a site. */
function isForeign({ tokens }: Passage, { first, last, opener }: Marked): boolean {
  const latin = (token: Token | undefined) => token !== undefined && /^[\p{Script=Latin}\p{Nd}]/u.test(token.form)
  const before = tokens[opener - 1]
  if (!before || latin(before)) return false
  for (let at = first; at < last; at++) if ((tokens[at] as Token).kind === 'word' && !latin(tokens[at])) return false
  return true
}

/** Whether the marks of a stretch report words, on their own evidence and without a cue: long enough to be said. */
export function isSpeech(scene: Scene, stretch: Marked): boolean {
  return wordCount(scene.passage, stretch) > LONG && !isName(scene, stretch)
}

/**
 * The token after a complementiser that stands inside the marks with what it joins, «"أن … ، مؤكدا أن …"»; `first` when there is none.
 * After a colon it belongs to what was said: «قال: "إن …"».
 */
export function afterInnerJoint({ passage, grammar }: Scene, { opener, first, last }: Marked): number {
  if (formAt(passage, opener - 1) === ':') return first
  return Math.min(grammar.skipComplementiser(passage, first), last - 1)
}

/** Marks around a report that was not said in these words: cues inside belong to the one who reports. */
export const isRetold = (scene: Scene, stretch: Marked): boolean => afterInnerJoint(scene, stretch) > stretch.first
