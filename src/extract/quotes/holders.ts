/** Whose an office is that a cue names: the person whose name stands farther on, set off by commas or in marks. */
import type { Mention } from '../mentions/mention.ts'
import type { TokenRange } from '../text/passage.ts'
import { type Candidate, candidateOf, freeMention } from './candidates.ts'
import type { Cue } from './grammar.ts'
import { reachOf, type Scene } from './scene.ts'
import { formAt, isComma } from './words.ts'

/** How many tokens may stand between an office and the name of its holder. */
const BEHIND = 30

/** «استشاري طب العيون الدكتور سامر البدري»: the person whose name ends a phrase that nobody knows as an office. */
export function bearerOf(scene: Scene, { first }: TokenRange, limit: number): Candidate | null {
  for (let at = first + 1; at < limit && !isComma(scene.passage, at); ) {
    const mention = scene.cast.startingAt(scene.passage, at)
    if (mention?.type === 'person' && mention.name !== null && mention.last <= limit) {
      return freeMention(scene, at) && mention.clitic === '' ? candidateOf(scene, mention) : null
    }
    if (!mention && scene.grammar.cueAt(scene.passage, at)) return null
    at = mention ? mention.last : at + 1
  }
  return null
}

/** «المهندس "البدري"»: the person whose name stands in marks behind a title. */
export function inMarks({ opens, marked, ...scene }: Scene, at: number): Candidate | null {
  const stretch = opens[at] === -1 ? undefined : marked[opens[at] as number]
  const named = stretch?.closed ? scene.cast.startingAt(scene.passage, stretch.first) : null
  if (named?.type !== 'person' || named.name === null || named.last < (stretch?.last ?? 0)) return null
  return candidateOf({ opens, marked, ...scene }, named)
}

/**
 * Who holds an office that the cue names first: «أكد مدير مركز الدراسات والمستشار في الوزارة اللواء سامر البدري أن …». The name follows
 * with nothing that would make it somebody else's, or stands right before what is reported.
 */
export function holder(scene: Scene, { takesPerson, first }: Cue, office: Mention, end: number): Candidate | null {
  const { passage, cast } = scene
  const limit = Math.min(end, office.last + BEHIND, reachOf(scene, first))
  const apposed = office.definite ? setOff(scene, office, limit) : null
  if (apposed && !(takesPerson && apposed.role !== null)) return candidateOf(scene, apposed)
  for (let at = office.last; at < limit && !isComma(passage, at); at++) {
    const mention = office.definite ? freeMention(scene, at) : null
    const other = mention !== null && takesPerson && (mention.role !== null || office.count !== 'singular')
    if (mention?.name && mention.type === 'person' && !other && !joinsName(scene, mention)) {
      return candidateOf(scene, mention)
    }
    if (mention) at = mention.last - 1
    else if (scene.grammar.cueAt(passage, at)) break
  }
  if (end > office.last + BEHIND) return null
  let at = end - 1
  while (at > office.last && !cast.covering(passage, at)) {
    const form = formAt(passage, at)
    if (at < end - 2 || isOrdinary(scene, at, form)) return null
    at--
  }
  const mention = cast.covering(passage, at)
  if (!mention || mention.first < office.last || mention.type !== 'person' || mention.name === null) return null
  if (takesPerson && (mention.role !== null || office.count !== 'singular')) return null
  if (!office.definite && !isComma(passage, mention.first - 1)) return null
  return freeMention(scene, mention.first) ? candidateOf(scene, mention) : null
}

/** How far behind an office the comma may stand that sets its holder's name off. */
const SET_OFF = 8

/** «وزير الداخلية المحلي للولاية، ياري كرانتس، أمس إن»: the name that commas set off from what an office says last. */
function setOff({ passage, cast }: Scene, { last }: Mention, limit: number): Mention | null {
  let at = last
  while (at < Math.min(limit, last + SET_OFF) && !isComma(passage, at)) {
    if (passage.tokens[at]?.kind !== 'word' || cast.startingAt(passage, at)?.type === 'person') return null
    at++
  }
  const mention = isComma(passage, at) ? cast.startingAt(passage, at + 1) : null
  if (mention?.type !== 'person' || mention.name === null || mention.clitic !== '') return null
  return isComma(passage, mention.last) ? mention : null
}

/** «وسامر البدري»: another person beside the first one; an office behind «و» may be a second one of the same. */
const joinsName = ({ grammar }: Scene, { clitic, role }: Mention): boolean =>
  clitic !== '' && role === null && !grammar.isPreposition(clitic)

/** A word that is neither a comma nor what joins the content. */
const isOrdinary = ({ passage }: Scene, at: number, form: string): boolean =>
  passage.tokens[at]?.kind === 'word' && form.length > 6
