/** The cues of a passage: its reporting words, outside of quoted speech. */
import type { Cue } from './grammar.ts'
import { isRetold, isSpeech } from './quotations.ts'
import type { Scene } from './scene.ts'

/** Every cue of the passage in order. A cue inside quoted speech belongs to the one who is quoted, and is none. */
export function findCues(scene: Scene): readonly Cue[] {
  const { passage, grammar, opens, marked } = scene
  const cues: Cue[] = []
  for (let at = 0; at < passage.tokens.length; ) {
    const stretch = opens[at] === -1 ? undefined : marked[opens[at] as number]
    if (stretch?.closed && isSpeech(scene, stretch) && !isRetold(scene, stretch)) {
      at = stretch.end
      continue
    }
    const phrase = grammar.sourcePhraseAt(passage, at)
    if (phrase?.by === 'verb') {
      // «بحسب ما أفاد به …»: the verb belongs to the phrase.
      at = phrase.last
      continue
    }
    const cue = grammar.cueAt(passage, at)
    if (cue && (cue.form !== 'finite' || cue.joined || !isDescription(scene, at))) cues.push(cue)
    at = cue ? cue.last : at + 1
  }
  return cues
}

/** «طالب جامعي»: a word that heads the description of somebody, with an adjective, is no verb. */
function isDescription({ passage, cast }: Scene, at: number): boolean {
  const mention = cast.startingAt(passage, at)
  if (mention?.role?.first !== at || mention.clitic !== '' || mention.name !== null) return false
  return !mention.definite && mention.last > at + 1
}
