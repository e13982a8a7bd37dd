/** From a cue to where its content begins. */
import type { Sentence } from '../text/passage.ts'
import type { Cue, Opening } from './grammar.ts'
import { afterColon, isPhrase, type Joint, jointAt, reachesColon } from './joints.ts'
import { reachOf, type Scene } from './scene.ts'
import { formAt, isComma, wordCount } from './words.ts'

/** How far after a cue its content may begin, in tokens. */
const WINDOW: Readonly<Record<Cue['strength'], number>> = { strong: 60, plain: 40, weak: 20 }
/** Words that may be the unknown subject of a weak cue. */
const SHORT = 2

/** Words that may be reported with nothing to join them, at least. */
const LEAST_BARE = 5

export interface FoundOpening extends Joint {
  /** The cue from which it was found. */
  readonly cue: Cue
}

/**
 * Looks from a cue to the right for the beginning of what it reports. Reads at most a window of tokens, inside the sentence.
 * `isCue` tells where another cue stands: a clause of its own ends the search.
 */
export function findOpening(scene: Scene, cue: Cue, isCue: (at: number) => Cue | null): FoundOpening | null {
  const { passage, cast, grammar } = scene
  const limit = Math.min(reachOf(scene, cue.first), cue.last + WINDOW[cue.strength])
  let at = cue.last
  /** Up to here nothing but adverbials stands behind the cue. */
  let near = cue.last
  let second: FoundOpening | null = null
  // Behind a participle no subject follows.
  let subjectRead = cue.source !== null || cue.form === 'participle'
  while (at < limit) {
    const found = jointAt(scene, cue, at)
    if (found && isSecondBest(found)) {
      if (second === null || (second.frame === 'bare' && found.frame === 'marks')) second = { ...found, cue }
      // Whatever follows marks that nothing closes stands between them.
      if (found.marks?.closed === false) return second
    } else if (found) return { ...(isPhrase(found) ? (clauseBeyond(found.first) ?? found) : found), cue }
    const next = jump()
    if (next > at) {
      at = next
      continue
    }
    if (isComma(passage, at)) {
      // «كما ذكر التقرير، مما يعني أن …»: what follows is another clause's.
      if (grammar.breaksPhrase(passage, at + 1) && !grammar.governs(passage, at + 1)) return second
      second ??= afterComma()
    } else if (cue.strength === 'weak') return second
    const other = at > cue.last ? isCue(at) : null
    if (other && stops(cue, other)) return second
    at++
  }
  return second ?? inNextLine()

  /** «أكد مصدر مطلع على القضية، أن …»: a clause after a comma is what the cue reports, a phrase before it is not. */
  function clauseBeyond(from: number): Joint | null {
    if (!cue.takes.has('clause')) return null
    for (let i = from; i < limit; i++) {
      const stretch = scene.opens[i] === -1 ? undefined : scene.marked[scene.opens[i] as number]
      if (stretch?.closed) i = stretch.end
      const other = isCue(i)
      if (other && (other.joined || other.afterComma)) return null
      if (!isComma(passage, i) || i + 1 >= limit) continue
      const found = jointAt(scene, cue, i + 1)
      if (found?.frame === 'clause') return found
    }
    return null
  }

  /** «وقال الوزير:» at the end of a line: what it reports is the next one. */
  function inNextLine(): FoundOpening | null {
    const { lines, sentences, sentenceOf } = passage
    const end = reachOf(scene, cue.first)
    if (!cue.takes.has('colon') || formAt(passage, end) !== ':' || !reachesColon(cue, end)) return null
    const line = (sentences[sentenceOf[cue.first] as number] as Sentence).line
    if (lines[line]?.last !== end + 1 || lines[line + 1]?.kind !== 'paragraph') return null
    const found = afterColon(scene, cue, end)
    return found && { ...found, cue }
  }

  /** Words or marks that nothing joins to the cue count only when nothing better follows. */
  function isSecondBest({ frame }: Opening): boolean {
    if (frame === 'bare') return true
    // «طالب الوزير إدارة الشركة بتوفير …»: the object is whom it addresses, unless no preposition follows.
    if (frame === 'object') return cue.takesPerson && cue.takes.has('argument') && grammar.subjectFollows(cue, frame)
    return frame === 'marks' && at > near + 1 && cue.takes.has('clause')
  }

  /** «وقال الوزير للصحفيين، تم تحديد …»: a clause after a comma, with nothing to join it. */
  function afterComma(): FoundOpening | null {
    const next = passage.tokens[at + 1]
    if (!cue.takes.has('bare') || !subjectRead || next?.kind !== 'word' || isCue(at + 1)) return null
    if (wordCount(passage, { first: at + 1, last: limit }) < LEAST_BARE) return null
    return { frame: 'bare', first: at + 1, start: next.start, marks: null, cue }
  }

  function jump(): number {
    const adverbial = Math.max(scene.timeEnds[at] as number, grammar.skipAdverbial(passage, at))
    if (adverbial > at) {
      if (near === at) near = adverbial
      return adverbial
    }
    const stretch = scene.opens[at] === -1 ? undefined : scene.marked[scene.opens[at] as number]
    if (stretch?.closed) return stretch.end
    const mention = cast.startingAt(passage, at)
    const unknown = mention || subjectRead ? null : grammar.subjectAt(passage, at)
    subjectRead = true
    if (mention) return mention.last
    if (!unknown || (cue.strength === 'weak' && unknown.last - at > SHORT)) return at
    for (let i = at + 1; i < unknown.last; i++) if (grammar.openingAt(passage, i, cue)?.frame === 'argument') return i
    return unknown.last
  }
}

/** Another cue ends the search when it opens a clause of its own. */
function stops(cue: Cue, other: Cue): boolean {
  if (other.relative || other.strength === 'weak') return false
  return other.joined || other.form === 'participle' || cue.strength !== 'strong'
}
