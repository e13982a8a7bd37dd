/**
 * Reported speech, stage by stage: marks → cues → openings → contents → kinds → speakers → circumstances → confidence.
 * Knows no language: what is a cue, and what may join it to what it reports, the grammar says.
 */
import type { Quote, TimeExpression } from '../../types.ts'
import type { Cast } from '../mentions/mention.ts'
import { type Passage, spanOf } from '../text/passage.ts'
import { circumstancesOf } from './circumstances.ts'
import { confidenceOf } from './confidence.ts'
import { findDrafts } from './drafts.ts'
import type { QuoteGrammar } from './grammar.ts'
import { readMarks } from './marks.ts'
import { readScene, type Scene } from './scene.ts'
import { type Attributed, findSpeakers } from './speakers.ts'

/** Every quote of an article, in the order of the text, each with its speaker or the reason why there is none. */
export function findQuotes(
  passages: readonly Passage[],
  cast: Cast,
  times: readonly TimeExpression[],
  grammar: QuoteGrammar,
): readonly Quote[] {
  const marks = readMarks(passages, grammar.proclitics)
  return passages.flatMap(passage => {
    const scene = readScene(passage, marks.get(passage) ?? [], cast, times, grammar)
    return findSpeakers(scene, findDrafts(scene))
      .filter(isQuote)
      .map(attributed => readQuote(scene, attributed))
      .sort((a, b) => a.content.start - b.content.start || b.content.end - a.content.end)
  })
}

/** A verb with a mere phrase, or inside a report, reports only when somebody is there to have said it: «الانتخابات أكدت متانة …». */
function isQuote({ speaker, attribution, draft: { nested, frame, cue } }: Attributed): boolean {
  // «جاءت دعوته إلى الحوار …»: a noun with a phrase names a happening, unless somebody relays it or says it again.
  const owned = cue?.form === 'noun' && (cue.agreement.gender !== null || cue.agreement.count !== null)
  if (owned && frame === 'argument' && attribution !== 'relayed' && !cue.renewed) return false
  return speaker !== null || !(nested || (cue?.form === 'finite' && (frame === 'argument' || frame === 'object')))
}

function readQuote(scene: Scene, attributed: Attributed): Quote {
  const { passage } = scene
  const { draft, speaker, attribution, via } = attributed
  const { cue, source } = draft
  return {
    kind: draft.kind,
    content: { field: passage.field, start: draft.start, end: draft.end },
    cue: cue
      ? { ...cue.word, lemma: cue.lemma, class: cue.class }
      : source && { ...source.word, lemma: source.lemma, class: source.class },
    speaker: speaker?.party ?? null,
    mention: speaker?.range ? spanOf(passage, speaker.range) : null,
    via,
    ...circumstancesOf(scene, draft),
    attribution,
    confidence: confidenceOf(attributed),
    ruleId: draft.rule.id,
  }
}
