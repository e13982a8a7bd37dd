/** What an article and a sentence are about: in sport «هجوم» is no attack, and those whom a storm killed nobody killed. */
import type { Sighting } from '../../../extract/events/grammar.ts'
import type { Passage } from '../../../extract/text/passage.ts'
import { foldTerm } from '../orthography.ts'
import frames from '../words/event-frames.json' with { type: 'json' }
import type { View } from './sentence.ts'

export type Setting = keyof typeof frames.settings

const words = new Map(
  (Object.keys(frames.settings) as Setting[]).flatMap(setting =>
    frames.settings[setting].flatMap(word => {
      const form = foldTerm(word)
      const definite = form.startsWith('ال') ? [] : [`ال${form}`]
      return [form, ...definite].map(form => [form, setting] as const)
    }),
  ),
)

/** Share of words above which the whole article is about something. */
const SHARE = 0.02

export function settingOf(passages: readonly Passage[]): ReadonlySet<Setting> {
  const counts = new Map<Setting, number>()
  let total = 0
  for (const { tokens } of passages) {
    for (const { kind, form } of tokens) {
      if (kind !== 'word') continue
      total++
      const setting = words.get(form)
      if (setting) counts.set(setting, (counts.get(setting) ?? 0) + 1)
    }
  }
  return new Set([...counts].filter(([, count]) => count > 2 && count / total > SHARE).map(([setting]) => setting))
}

/** The settings of a sentence: those of its article and those that its own words name. */
export function settingHere(view: View, article: ReadonlySet<Setting>): ReadonlySet<Setting> {
  const here = new Set(article)
  for (let i = view.first; i < view.last; i++) {
    const setting = words.get(view.form(i))
    if (setting) here.add(setting)
  }
  return here
}

/** Lowers the confidence of what its setting explains better. */
export function weigh(sighting: Sighting, here: ReadonlySet<Setting>, article: ReadonlySet<Setting>): Sighting {
  let factor = 1
  if (here.has('accident') && sighting.type === 'ASSAULT') factor = sighting.outcome ? 0.5 : 0.85
  if (article.has('sport')) factor = Math.min(factor, 0.6)
  if (article.has('commentary')) factor = Math.min(factor, 0.7)
  if (article.has('market')) factor = Math.min(factor, 0.75)
  return factor === 1 ? sighting : { ...sighting, confidence: sighting.confidence * factor }
}
