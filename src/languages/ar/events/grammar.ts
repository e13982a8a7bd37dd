/** The Arabic reader of events. */
import type { EventGrammar, Sighting } from '../../../extract/events/grammar.ts'
import type { Cast, Mention } from '../../../extract/mentions/mention.ts'
import type { Passage } from '../../../extract/text/passage.ts'
import { readNoun } from './nouns.ts'
import { rules } from './rules.ts'
import { type View, viewOf } from './sentence.ts'
import { settingHere, settingOf, weigh } from './settings.ts'
import { readVerb } from './verbs.ts'

export const events: EventGrammar = {
  rules,
  threshold: 0.55,
  open(passages: readonly Passage[], cast: Cast) {
    const setting = settingOf(passages)
    let subject: Mention | null = null
    let line = -1
    return {
      read(passage, sentence) {
        if (sentence.line !== line) subject = null
        line = sentence.line
        const view = viewOf(passage, sentence, cast)
        const sightings: Sighting[] = []
        for (let at = sentence.first; at < sentence.last; at++) {
          const sighting = readAt(view, at, subject)
          if (!sighting) continue
          if (sighting.subject) subject = sighting.subject
          sightings.push(sighting.sighting)
        }
        if (sightings.length === 0) return sightings
        const here = settingHere(view, setting)
        return sightings.map(sighting => weigh(sighting, here, setting))
      },
    }
  },
}

function readAt(
  view: View,
  at: number,
  before: Mention | null,
): { sighting: Sighting; subject: Mention | null } | null {
  const verb = readVerb(view, at, before)
  if (verb) {
    const { subject, ...sighting } = verb
    return { sighting, subject }
  }
  const noun = readNoun(view, at, before)
  return noun && { sighting: noun, subject: null }
}
