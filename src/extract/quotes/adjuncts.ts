/** What stands around a subject and is none: adverbials, prepositional phrases, objects of verbal nouns, fronted topics. */
import type { Mention } from '../mentions/mention.ts'
import type { TokenRange } from '../text/passage.ts'
import type { Cue } from './grammar.ts'
import type { Scene } from './scene.ts'
import { formAt, isComma } from './words.ts'

/** Whether nothing but adverbials stands between some words and the content that begins at token `end`. */
export function reachesContent(scene: Scene, cue: Cue, { last }: TokenRange, end: number): boolean {
  let at = last
  while (at < end && scene.grammar.openingAt(scene.passage, at, cue)?.first !== end) {
    const next = passOver(scene, at)
    if (next === at) return false
    at = next
  }
  return true
}

/** The token after what may stand before a subject: an adverbial, a comma, a prepositional phrase; `at` when there is none. */
export function passOver(scene: Scene, at: number): number {
  const { passage, grammar, timeEnds } = scene
  const adverbial = Math.max(timeEnds[at] as number, grammar.skipAdverbial(passage, at))
  if (adverbial > at) return beginsName(scene, at, adverbial) ? at : afterObject(scene, adverbial)
  return isComma(passage, at) ? at + 1 : afterPhrase(scene, at)
}

/** «صباح البدري»: a person whose name begins like an adverbial. */
function beginsName({ passage, cast }: Scene, at: number, end: number): boolean {
  const mention = cast.startingAt(passage, at)
  return mention?.type === 'person' && mention.name !== null && mention.last > end
}

/** «خلال لقائه وزير الزراعة»: whom a verbal noun before token `at` takes as its object. */
function afterObject({ passage, cast, grammar }: Scene, at: number): number {
  return grammar.takesObject(passage, at - 1) ? (cast.startingAt(passage, at)?.last ?? at) : at
}

/** How far the end of brackets is looked for: «لـ(CNN)». */
const BRACKETED = 5

/** The token after a preposition and whom or what it governs: «لوكالة الأنباء», «في بغداد», «لـ"الميزان"»; else `at`. */
function afterPhrase(scene: Scene, at: number): number {
  const { passage, cast, grammar, opens, marked } = scene
  const own = cast.startingAt(passage, at)
  if (own) return isGoverned(scene, own) ? afterName(scene, own.last) : at
  const form = formAt(passage, at)
  const alone = grammar.proclitics.has(form) && grammar.isPreposition(form)
  if (!alone && !grammar.governs(passage, at)) return at
  const mention = cast.startingAt(passage, at + 1)
  if (mention) return afterName(scene, mention.last)
  const stretch = opens[at + 1] === -1 ? undefined : marked[opens[at + 1] as number]
  if (stretch?.closed) return stretch.end
  if (!alone) return grammar.takesObject(passage, at + 1) ? afterObject(scene, at + 2) : at
  if (formAt(passage, at + 1) !== '(') return at + 2
  for (let last = at + 2; last < at + 2 + BRACKETED; last++) if (formAt(passage, last) === ')') return last + 1
  return at
}

/** «لوكالة "الميزان" للأنباء»: the name in marks that explains a noun. */
function afterName({ opens, marked, passage, cast, grammar }: Scene, at: number): number {
  const stretch = opens[at] === -1 ? undefined : marked[opens[at] as number]
  if (!stretch?.closed || !grammar.introducesName(passage, at - 1)) return at
  const more = cast.startingAt(passage, stretch.end)
  return more && grammar.isPreposition(more.clitic) ? more.last : stretch.end
}

/** «وعن زيارة الوزير قال …»: a phrase in front of the clause, up to its comma or to the verb, holds no subject. */
export function afterFronted({ passage, grammar }: Scene, from: number, end: number): number {
  if (!grammar.frontsTopic(passage, from)) return from
  let at = from
  while (at < end && !isComma(passage, at)) at++
  return at
}

/** «لـ», «بـ» written onto its front, or as a token of their own before a mark or Latin letters. */
const isGoverned = ({ passage, grammar }: Scene, { clitic, first, last }: Mention): boolean =>
  grammar.isPreposition(clitic) ||
  (last - first > 1 && grammar.isPreposition(formAt(passage, first)) && formAt(passage, first).length === 1)

/** How many tokens commas may set off between a subject and its verb. */
export const APART = 30

/** Whether nothing stands between a subject and its verb but what commas set off: “Whitlow, who owns the mill, said”. */
export function reachesVerb({ passage, opens }: Scene, from: number, verb: number): boolean {
  if (from === verb) return true
  if (from > verb || verb - from > APART || !isComma(passage, from) || !isComma(passage, verb - 1)) return false
  for (let at = from; at < verb; at++) if (opens[at] !== -1) return false
  return true
}
