/** The subject of a cue in its own clause: after it, before it, or that of the clause that governs it. */
import type { Mention } from '../mentions/mention.ts'
import type { Sentence } from '../text/passage.ts'
import type { Token } from '../text/tokens.ts'
import { afterFronted, passOver } from './adjuncts.ts'
import { agrees, agreesAfter, type Candidate, candidateOf, freeMention, unknownCandidate } from './candidates.ts'
import type { Cue } from './grammar.ts'
import { bearerOf, holder, inMarks } from './holders.ts'
import { reachOf, type Scene } from './scene.ts'

/** How many tokens may stand between a cue and its subject. */
const AFTER = 14
const BEFORE = 30

/** The subject after a cue: at once, or after adverbials and prepositional phrases. `end` is where the content begins. */
export function subjectAfter(scene: Scene, cue: Cue, end: number): Candidate | null {
  const { passage, grammar, opens, marked } = scene
  const limit = Math.min(cue.last + AFTER, reachOf(scene, cue.first), Math.max(end, cue.last))
  let at = cue.last
  while (at < limit) {
    const next = passOver(scene, at)
    if (next > at) {
      at = next
      continue
    }
    const mention = scene.cast.startingAt(passage, at)
    if (mention && mention.type !== 'place') {
      if (grammar.isObject(passage, mention)) return null
      const candidate = candidateOf(scene, mention)
      if (!agreesAfter(cue, candidate)) return null
      const called = mention.name === null ? inMarks(scene, mention.last) : null
      if (called) return called
      return (mention.name === null ? holder(scene, cue, mention, end) : null) ?? candidate
    }
    const stretch = opens[at] === -1 ? undefined : marked[opens[at] as number]
    if (stretch?.closed && at === cue.last && stretch.end <= limit) {
      // «أعلن "المرصد السوري"، أن …»: a name in marks.
      const named = scene.cast.startingAt(passage, stretch.first)
      return named ? candidateOf(scene, named) : unknownCandidate(scene, stretch, cue)
    }
    if (!stretch?.closed) break
    at = stretch.end
  }
  if (at !== cue.last || at >= limit || (cue.agreement.count !== null && cue.agreement.count !== 'singular'))
    return null
  const range = grammar.subjectAt(passage, at)
  if (!range) return null
  const bearer = cue.takesPerson ? null : bearerOf(scene, range, limit)
  return bearer ?? (range.last <= limit ? unknownCandidate(scene, range, cue) : null)
}

/**
 * The subject before a cue, in its clause: the mention that touches it, or else the topic, the first free mention that agrees, or
 * the nearest. `from` is where the clause may begin.
 */
export function subjectBefore(scene: Scene, cue: Cue, from: number, topic: boolean): Candidate | null {
  const described = whomItDescribes(scene, cue)
  if (described) return described
  const first = Math.max(topic ? afterFronted(scene, from, cue.first) : from, cue.first - BEFORE)
  let found: Candidate | null = null
  for (let at = first; at < cue.first; ) {
    const mention = freeMention(scene, at)
    if (mention && mention.last <= cue.first) {
      const candidate = candidateOf(scene, mention)
      if (agrees(cue, candidate)) {
        if (mention.last === cue.clauseFirst) return candidate
        if (!topic || !found) found = candidate
      }
      at = mention.last
    } else at++
  }
  return found
}

/** Words that the name of somebody unknown may have. */
const UNKNOWN = 3

/** «لكن كينياتا قال إن»: between the head of its clause and the verb nothing but the subject, whoever it is. */
export function unknownBefore(scene: Scene, cue: Cue, sentence: number): Candidate | null {
  const { passage, grammar } = scene
  const { first } = passage.sentences[sentence] as Sentence
  const from = cue.turns ? grammar.skipTurn(passage, cue.clauseFirst) : first
  if (cue.joined || cue.first === from || cue.first - from > UNKNOWN || !cue.takes.has('clause')) return null
  const range = grammar.subjectAt(passage, from)
  return range?.last === cue.first ? unknownCandidate(scene, range, cue) : null
}

/** «من المصادر التي أكدت», «لمصادر أمنية أكدت»: the noun that a relative clause says something of, whatever governs it. */
function whomItDescribes(scene: Scene, cue: Cue): Candidate | null {
  const end = cue.relative ? cue.first - 1 : cue.first
  const mention = end > 0 ? scene.cast.covering(scene.passage, end - 1) : null
  if (!mention || mention.last !== end || mention.type === 'place' || cue.joined) return null
  if (!cue.relative && (mention.definite || mention.anaphoric || mention.document || mention.name)) return null
  const candidate = candidateOf(scene, mention)
  return agrees(cue, candidate) ? candidate : null
}

/**
 * «وكانت معلومات أولية قد أشارت»: what follows the auxiliary at the head of the sentence is the subject, whoever it is; so is what
 * stands before the verb in a headline, «خبير يطالب …».
 */
export function subjectOfAuxiliary(scene: Scene, cue: Cue, first: number): Candidate | null {
  const at = scene.grammar.skipAuxiliary(scene.passage, first)
  const { lines, sentences, sentenceOf } = scene.passage
  const inHeadline = lines[(sentences[sentenceOf[first] as number] as Sentence).line]?.kind === 'title'
  if ((at === first && !inHeadline) || at + BEFORE <= cue.first) return null
  const range = scene.grammar.subjectAt(scene.passage, at)
  if (!range || range.last > cue.first || (at === first && range.last < cue.first)) return null
  return unknownCandidate(scene, range, cue)
}

/** The free mention that ends where the clause of a cue begins and agrees with it: «الولايات المتحدة حذرت …». */
export function touching(scene: Scene, cue: Cue): Candidate | null {
  const mention = cue.clauseFirst > 0 ? scene.cast.covering(scene.passage, cue.clauseFirst - 1) : null
  if (!mention || mention.last !== cue.clauseFirst || !freeMention(scene, mention.first)) return null
  const candidate = candidateOf(scene, mention)
  return agrees(cue, candidate) ? candidate : null
}

/** Words that may stand before the subject of a sentence: its verb with an auxiliary and a particle. */
const LEADING = 3

/** The subject of a sentence: the mention that follows its verb or opens it, when it agrees with the cue. */
export function mainSubject(scene: Scene, sentence: number, cue: Cue): Candidate | null {
  const { first, last } = scene.passage.sentences[sentence] as Sentence
  let words = 0
  for (let at = first; at < last && words <= LEADING; ) {
    const next = passOver(scene, at)
    const mention = next > at ? null : freeMention(scene, at)
    if (mention) {
      const candidate = candidateOf(scene, mention)
      return agrees(cue, candidate) ? candidate : null
    }
    if (next === at) words++
    at = Math.max(next, at + 1)
  }
  return null
}

/** The first mention in the sentence of a cue, before it, that no preposition governs and that agrees. */
export function firstBefore(scene: Scene, sentence: number, cue: Cue): Candidate | null {
  const { first, last } = scene.passage.sentences[sentence] as Sentence
  const limit = Math.min(last, cue.first, first + 2 * BEFORE)
  for (let at = afterFronted(scene, first, limit); at < limit; ) {
    const mention = freeMention(scene, at)
    if (mention && mention.last <= limit) {
      const candidate = candidateOf(scene, mention)
      if (agrees(cue, candidate)) return candidate
    }
    at = mention ? mention.last : at + 1
  }
  return null
}

/** In a relay, «نقلت X عن Y قوله»: Y, and X who passes it on. */
export function relayed(scene: Scene, cue: Cue): { readonly speaker: Candidate; readonly via: Mention | null } | null {
  const { passage, grammar, cast } = scene
  // «بقوله»: the means by which the subject does something, not what is passed on.
  if (!cue.joined && cue.word.start > (passage.tokens[cue.first] as Token).start) return null
  const { first } = passage.sentences[passage.sentenceOf[cue.first] as number] as Sentence
  const from = Math.max(first, cue.first - BEFORE)
  for (let at = cue.first - 1; at > from; at--) {
    if (!grammar.relaysFrom(passage, at)) continue
    const mention = cast.startingAt(passage, at + 1)
    const speaker =
      mention && mention.type !== 'place' ? sourceOf(scene, cue, mention) : unknownAfter(scene, cue, at + 1)
    if (!speaker) continue
    let via: Mention | null = null
    for (let back = from; back < at && !via; back++) via = freeMention(scene, back)
    return { speaker, via }
  }
  return null
}

const sourceOf = (scene: Scene, cue: Cue, mention: Mention): Candidate =>
  (mention.name === null ? holder(scene, cue, mention, cue.first) : null) ?? candidateOf(scene, mention)

/** After a cue that passes words on, «نقلت X عن Y أن», «قالت X نقلا عن Y إن»: Y. */
export function relayedAfter(scene: Scene, cue: Cue, end: number): Candidate | null {
  const { passage, grammar, cast } = scene
  for (let at = cue.last; at < Math.min(end, cue.last + BEFORE); at++) {
    if (!grammar.relaysFrom(passage, at)) continue
    const phrase = grammar.sourcePhraseAt(passage, at - 1)
    if (!cue.relays && phrase?.last !== at + 1) continue
    const mention = cast.startingAt(passage, at + 1)
    return mention && mention.type !== 'place' ? candidateOf(scene, mention) : unknownAfter(scene, cue, at + 1)
  }
  return null
}

function unknownAfter(scene: Scene, cue: Cue, at: number): Candidate | null {
  const range = scene.grammar.subjectAt(scene.passage, at)
  return range ? unknownCandidate(scene, range, cue) : null
}
