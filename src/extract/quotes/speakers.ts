/** Who speaks: the subject of the cue where it stands, else whoever spoke last and agrees with it; null with a reason. */
import type { Attribution } from '../../types.ts'
import type { Line, Sentence } from '../text/passage.ts'
import { agrees, type Candidate, candidateOf } from './candidates.ts'
import type { Draft } from './drafts.ts'
import type { Cue } from './grammar.ts'
import type { Scene } from './scene.ts'
import { sourceAt, speakerFrom } from './sources.ts'
import { relayed, relayedAfter, sentenceSubject, subjectAfter, subjectBefore } from './subjects.ts'

export interface Attributed {
  readonly draft: Draft
  readonly speaker: Candidate | null
  readonly attribution: Attribution
  readonly via: string | null
  /** Lines between the cue and the one in which the speaker was last named; 0 when named here. */
  readonly distance: number
}

interface Spoken {
  readonly speaker: Candidate
  readonly sentence: number
  readonly line: number
}

/** How many lines back a speaker is remembered. */
const MEMORY = 4

/** The speaker of every draft of one passage, in order. */
export function findSpeakers(scene: Scene, drafts: readonly Draft[]): readonly Attributed[] {
  const { passage } = scene
  const attributed: Attributed[] = []
  let recent: readonly Spoken[] = []
  let contentFirst = -1
  for (const draft of drafts) {
    const at = draft.cue?.first ?? draft.first
    const sentence = passage.sentenceOf[at] as number
    const { line } = passage.sentences[sentence] as Sentence
    recent = recent.filter(spoken => line - spoken.line <= MEMORY && !headingBetween(passage.lines, spoken.line, line))
    const found = resolve(scene, draft, recent, sentence, draft.nested ? contentFirst : -1)
    attributed.push({ draft, distance: 0, ...found })
    if (draft.nested) continue
    contentFirst = draft.first
    if (found.speaker && found.attribution !== 'according_to') {
      recent = [
        { speaker: found.speaker, sentence, line },
        ...recent.filter(({ speaker }) => speaker !== found.speaker),
      ].slice(0, 6)
    }
  }
  return attributed
}

function headingBetween(lines: readonly Line[], from: number, to: number): boolean {
  for (let line = from + 1; line < to; line++) if (lines[line]?.kind === 'heading') return true
  return false
}

type Found = Omit<Attributed, 'draft' | 'distance'> & { readonly distance?: number }

function resolve(scene: Scene, draft: Draft, recent: readonly Spoken[], sentence: number, nestedFrom: number): Found {
  const { cue, source, named } = draft
  if (named) {
    return {
      speaker: candidateOf(scene, named),
      attribution: draft.frame === 'turn' ? 'interview_turn' : 'headline',
      via: null,
    }
  }
  if (source) {
    const mention = sourceAt(scene, source.first)?.mention
    return mention
      ? { speaker: candidateOf(scene, mention), attribution: 'according_to', via: null }
      : { speaker: null, attribution: 'none_found', via: null }
  }
  if (!cue) return lastSpeaker(recent, sentence)
  const found = bySyntax(scene, draft, cue, recent, sentence, nestedFrom)
  return found.speaker?.pronoun ? byPronoun(found, recent) : found
}

/** A pronoun stands for the last speaker whom it may mean, or else for whom the cast says. */
function byPronoun(found: Found, recent: readonly Spoken[]): Found {
  const pronoun = found.speaker as Candidate
  const last = recent.find(({ speaker }) => stands(pronoun, speaker))?.speaker
  if (last) return { ...found, speaker: withoutRange(last), attribution: 'pronoun' }
  if (pronoun.party.name === '') return { ...found, speaker: null, attribution: 'none_found' }
  return { ...found, speaker: withoutRange({ ...pronoun, pronoun: false }), attribution: 'pronoun' }
}

function stands(pronoun: Candidate, speaker: Candidate): boolean {
  const { gender, count } = speaker.agreement
  if (pronoun.agreement.count !== count || pronoun.human !== speaker.human) return false
  return pronoun.agreement.gender === null || gender === null || pronoun.agreement.gender === gender
}

function bySyntax(
  scene: Scene,
  draft: Draft,
  cue: Cue,
  recent: readonly Spoken[],
  sentence: number,
  nestedFrom: number,
): Found {
  const via = viaOf(scene, draft)
  if (cue.source !== null) {
    const mention = speakerFrom(scene, cue.source, 4)
    if (mention) return { speaker: candidateOf(scene, mention), attribution: 'subject_after_cue', via }
  }
  if (cue.form === 'noun') {
    const relay = relayed(scene, cue)
    if (relay) {
      const name = relay.via ? scene.cast.party(relay.via).name : via
      return { speaker: relay.speaker, attribution: 'relayed', via: name }
    }
  }
  if (cue.form === 'finite') {
    const end = draft.frame === 'after' ? Number.POSITIVE_INFINITY : draft.first
    const after = scene.grammar.subjectFollows(cue, draft.frame) ? subjectAfter(scene, cue, end) : null
    const origin = draft.first > cue.last ? relayedAfter(scene, cue, draft.first) : null
    if (origin) return { speaker: origin, attribution: 'relayed', via: after?.party.name ?? via }
    if (after)
      return { speaker: after, attribution: draft.frame === 'after' ? 'after_quote' : 'subject_after_cue', via }
    const first = (scene.passage.sentences[sentence] as Sentence).first
    const from = draft.nested ? nestedFrom : cue.turns ? cue.clauseFirst : first
    if (!cue.joined || cue.turns || draft.nested) {
      const before = subjectBefore(scene, cue, from, !draft.nested && !cue.relative)
      if (before) return { speaker: before, attribution: 'subject_before_cue', via }
    }
  }
  if (draft.nested) return { speaker: null, attribution: 'none_found', via }
  return { ...governing(scene, cue, recent, sentence), via }
}

/** The speaker of the same sentence, its subject, or the last one who spoke and agrees. */
function governing(scene: Scene, cue: Cue, recent: readonly Spoken[], sentence: number): Found {
  const here = recent.find(spoken => spoken.sentence === sentence && agrees(cue, spoken.speaker))
  if (here) return { speaker: withoutRange(here.speaker), attribution: 'governing_clause', via: null }
  const subject = sentenceSubject(scene, sentence, cue, cue.first)
  if (subject) return { speaker: subject, attribution: 'governing_clause', via: null }
  const last = recent.find(({ speaker }) => agrees(cue, speaker))
  const before = sentence > 0 ? sentenceSubject(scene, sentence - 1, cue, Number.POSITIVE_INFINITY) : null
  if (before && (!last || last.sentence < sentence - 1)) {
    return { speaker: withoutRange(before), attribution: 'continued', via: null }
  }
  if (!last) return { speaker: null, attribution: recent.length > 0 ? 'none_ambiguous' : 'none_found', via: null }
  return { speaker: withoutRange(last.speaker), attribution: 'continued', via: null }
}

function lastSpeaker(recent: readonly Spoken[], sentence: number): Found {
  const last = recent[0]
  if (!last || last.sentence < sentence - 3) return { speaker: null, attribution: 'none_found', via: null }
  return { speaker: withoutRange(last.speaker), attribution: 'paragraph_before', via: null }
}

const withoutRange = (candidate: Candidate): Candidate => ({ ...candidate, range: null })

/** The outlet or agency named in a source phrase right after the content: «، بحسب وكالة …». */
function viaOf(scene: Scene, { last, cue }: Draft): string | null {
  const { passage, cast } = scene
  for (let at = last; at < Math.min(last + 4, passage.tokens.length); at++) {
    if (cue && at === cue.first) return null
    const source = sourceAt(scene, at)
    if (source) return source.mention ? cast.party(source.mention).name : null
  }
  return null
}
