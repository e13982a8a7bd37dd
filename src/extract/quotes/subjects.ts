/** The subject of a cue in its own clause: after it, before it, or that of the clause that governs it. */
import type { Mention } from '../mentions/mention.ts'
import type { Sentence } from '../text/passage.ts'
import { agrees, agreesAfter, type Candidate, candidateOf, freeMention, unknownCandidate } from './candidates.ts'
import type { Cue } from './grammar.ts'
import { reachOf, type Scene } from './scene.ts'
import { formAt, isComma } from './words.ts'

/** How many tokens may stand between a cue and its subject. */
const AFTER = 14
const BEFORE = 30

/** The subject after a cue: at once, or after adverbials. `end` is where the content begins. */
export function subjectAfter(scene: Scene, cue: Cue, end: number): Candidate | null {
  const { passage, grammar, timeEnds, opens, marked } = scene
  const limit = Math.min(cue.last + AFTER, reachOf(scene, cue.first), Math.max(end, cue.last))
  let at = cue.last
  while (at < limit) {
    const adverbial = Math.max(timeEnds[at] as number, grammar.skipAdverbial(passage, at))
    if (adverbial > at) {
      at = adverbial
      continue
    }
    const mention = scene.cast.startingAt(passage, at)
    if (mention && mention.type !== 'place' && !isGoverned(scene, mention)) {
      if (grammar.isObject(passage, mention)) return null
      const candidate = candidateOf(scene, mention)
      if (!agreesAfter(cue, candidate)) return null
      return mention.name === null ? (holder(scene, mention, end) ?? candidate) : candidate
    }
    const stretch = opens[at] === -1 ? undefined : marked[opens[at] as number]
    if (stretch?.closed && at === cue.last && stretch.end <= limit) {
      // «أعلن "المرصد السوري"، أن …»: a name in marks.
      const named = scene.cast.startingAt(passage, stretch.first)
      return named ? candidateOf(scene, named) : unknownCandidate(scene, stretch)
    }
    if (stretch?.closed) at = stretch.end
    else if (isComma(passage, at)) at++
    else if (grammar.proclitics.has(formAt(passage, at)) && opens[at + 1] !== -1) at++
    else break
  }
  if (at !== cue.last || at >= limit || (cue.agreement.count !== null && cue.agreement.count !== 'singular'))
    return null
  const range = grammar.subjectAt(passage, at)
  return range && range.last <= limit ? unknownCandidate(scene, range) : null
}

/**
 * «الناطق باسم النقابة الجهوية لقوات الأمن حمدة بوقلة، أن …»: the name of who holds an office may stand far from it, right before
 * what is reported.
 */
function holder(scene: Scene, office: Mention, end: number): Candidate | null {
  const { passage, cast } = scene
  if (end > office.last + BEFORE) return null
  let at = end - 1
  while (at > office.last && !cast.covering(passage, at)) {
    const form = formAt(passage, at)
    if (at < end - 2 || isOrdinary(scene, at, form)) return null
    at--
  }
  const mention = cast.covering(passage, at)
  if (!mention || mention.first < office.last || mention.type !== 'person' || mention.name === null) return null
  return freeMention(scene, mention.first) ? candidateOf(scene, mention) : null
}

/** A word that is neither a comma nor what joins the content. */
const isOrdinary = ({ passage }: Scene, at: number, form: string): boolean =>
  passage.tokens[at]?.kind === 'word' && form.length > 6

/** «لـ», «بـ» written onto its front, or as a token of their own before a mark or Latin letters. */
const isGoverned = ({ passage, grammar }: Scene, { clitic, first, last }: Mention): boolean =>
  grammar.isPreposition(clitic) ||
  (last - first > 1 && grammar.isPreposition(formAt(passage, first)) && formAt(passage, first).length === 1)

/**
 * The subject before a cue, in its clause: the mention that touches it, or else the topic, the first free mention that agrees, or
 * the nearest. `from` is where the clause may begin.
 */
export function subjectBefore(scene: Scene, cue: Cue, from: number, topic: boolean): Candidate | null {
  const first = Math.max(from, cue.first - BEFORE)
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

/** «وكانت معلومات أولية قد أشارت»: what follows the auxiliary at the head of the sentence is the subject, whoever it is. */
export function subjectOfAuxiliary(scene: Scene, cue: Cue, first: number): Candidate | null {
  const at = scene.grammar.skipAuxiliary(scene.passage, first)
  const range = at > first && at + BEFORE > cue.first ? scene.grammar.subjectAt(scene.passage, at) : null
  return range && range.last <= cue.first ? unknownCandidate(scene, range) : null
}

/** The free mention that ends where the clause of a cue begins and agrees with it: «الولايات المتحدة حذرت …». */
export function touching(scene: Scene, cue: Cue): Candidate | null {
  const mention = cue.clauseFirst > 0 ? scene.cast.covering(scene.passage, cue.clauseFirst - 1) : null
  if (!mention || mention.last !== cue.clauseFirst || !freeMention(scene, mention.first)) return null
  const candidate = candidateOf(scene, mention)
  return agrees(cue, candidate) ? candidate : null
}

/** The subject of a sentence: its first mention that no preposition governs. */
export function sentenceSubject(scene: Scene, sentence: number, cue: Cue, before: number): Candidate | null {
  const { first, last } = scene.passage.sentences[sentence] as Sentence
  const limit = Math.min(last, before, first + 2 * BEFORE)
  for (let at = first; at < limit; ) {
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
  const { first } = passage.sentences[passage.sentenceOf[cue.first] as number] as Sentence
  const from = Math.max(first, cue.first - BEFORE)
  for (let at = cue.first - 1; at > from; at--) {
    if (!grammar.relaysFrom(passage, at)) continue
    const mention = cast.startingAt(passage, at + 1)
    const speaker = mention && mention.type !== 'place' ? candidateOf(scene, mention) : unknownAfter(scene, at + 1)
    if (!speaker) continue
    let via: Mention | null = null
    for (let back = from; back < at && !via; back++) via = freeMention(scene, back)
    return { speaker, via }
  }
  return null
}

/** After a cue that passes words on, «نقلت X عن Y أن», «قالت X نقلا عن Y إن»: Y. */
export function relayedAfter(scene: Scene, cue: Cue, end: number): Candidate | null {
  const { passage, grammar, cast } = scene
  for (let at = cue.last; at < Math.min(end, cue.last + BEFORE); at++) {
    if (!grammar.relaysFrom(passage, at)) continue
    const phrase = grammar.sourcePhraseAt(passage, at - 1)
    if (!cue.relays && phrase?.last !== at + 1) continue
    const mention = cast.startingAt(passage, at + 1)
    return mention && mention.type !== 'place' ? candidateOf(scene, mention) : unknownAfter(scene, at + 1)
  }
  return null
}

function unknownAfter(scene: Scene, at: number): Candidate | null {
  const range = scene.grammar.subjectAt(scene.passage, at)
  return range ? unknownCandidate(scene, range) : null
}
