/** Who speaks: the subject of the cue where it stands, else whoever spoke last and agrees with it; null with a reason. */
import type { Attribution } from '../../types.ts'
import type { Sentence } from '../text/passage.ts'
import { reachesContent } from './adjuncts.ts'
import { type Candidate, candidateOf } from './candidates.ts'
import type { Draft } from './drafts.ts'
import type { Cue } from './grammar.ts'
import { type Memory, remember, spoke, whoAgrees, whomItMeans } from './memory.ts'
import type { Scene } from './scene.ts'
import { sourceAt, speakerFrom } from './sources.ts'
import {
  firstBefore,
  mainSubject,
  relayed,
  relayedAfter,
  subjectAfter,
  subjectBefore,
  subjectOfAuxiliary,
  touching,
  unknownBefore,
} from './subjects.ts'

interface Found {
  readonly speaker: Candidate | null
  readonly attribution: Attribution
  readonly via: string | null
}

export interface Attributed extends Found {
  readonly draft: Draft
}

/** The speaker of every draft of one passage, in order. */
export function findSpeakers(scene: Scene, drafts: readonly Draft[]): readonly Attributed[] {
  const { passage } = scene
  const attributed: Attributed[] = []
  let memory: Memory = []
  let latest: Candidate | null = null
  let outer = -1
  for (const draft of drafts) {
    const sentence = passage.sentenceOf[draft.cue?.first ?? draft.first] as number
    memory = remember(memory, passage, sentence)
    const named = findSpeaker(scene, draft, memory, sentence, draft.nested ? outer : -1)
    const found: Found = latest && named.speaker && isAgain(latest, named.speaker) ? again(latest, named) : named
    attributed.push({ draft, ...found })
    if (draft.nested) continue
    outer = draft.first
    if (found.speaker?.known) latest = found.speaker
    if (found.speaker && found.attribution !== 'according_to') memory = spoke(memory, found.speaker, passage, sentence)
  }
  return attributed
}

/** Whether what points back points at the last speaker: «المصدر ذاته», «الدبلوماسي». */
function isAgain({ party, agreement: { gender, count } }: Candidate, { back, agreement }: Candidate): boolean {
  if (back !== 'somebody') return back !== null
  const one = party.type === 'person' || (party.type === 'unnamed' && count === 'singular')
  return one && (gender === null || agreement.gender === null || gender === agreement.gender)
}

/** The last speaker, by these words. */
const again = (speaker: Candidate, found: Found): Found => ({
  ...found,
  speaker: { ...speaker, range: found.speaker?.range ?? null },
})

const NOBODY: Found = { speaker: null, attribution: 'none_found', via: null }

/** `outer`: where the content begins in which a nested draft stands. */
function findSpeaker(scene: Scene, draft: Draft, memory: Memory, sentence: number, outer: number): Found {
  const { cue, source, named, frame } = draft
  if (named) {
    return {
      speaker: candidateOf(scene, named),
      attribution: frame === 'turn' ? 'interview_turn' : 'headline',
      via: null,
    }
  }
  if (source) {
    const mention = sourceAt(scene, source.first)?.mention
    return mention ? { speaker: candidateOf(scene, mention), attribution: 'according_to', via: null } : NOBODY
  }
  if (!cue) return lastSpeaker(memory, sentence)
  if (cue.passive) {
    const speaker = relayedAfter(scene, cue, draft.first)
    return speaker ? { speaker, attribution: 'relayed', via: null } : { ...NOBODY, attribution: 'none_passive' }
  }
  const found =
    inClause(scene, draft, cue, memory, sentence, outer) ??
    (draft.nested ? NOBODY : governing(scene, cue, memory, sentence))
  const via = found.via ?? viaOf(scene, draft)
  return found.speaker?.pronoun ? byPronoun({ ...found, via }, found.speaker, memory) : { ...found, via }
}

/** A pronoun stands for the last speaker whom it may mean, or else for whom the cast says. */
function byPronoun(found: Found, pronoun: Candidate, memory: Memory): Found {
  const speaker = whomItMeans(memory, pronoun) ?? (pronoun.party.name === '' ? null : { ...pronoun, pronoun: false })
  return speaker
    ? { ...found, speaker: unnamed(speaker), attribution: 'pronoun' }
    : { ...found, speaker: null, attribution: 'none_found' }
}

/** The speaker whom the clause of the cue itself names; null when it names none. */
function inClause(scene: Scene, draft: Draft, cue: Cue, memory: Memory, sentence: number, outer: number): Found | null {
  const found = (speaker: Candidate, attribution: Attribution, via: string | null = null): Found => ({
    speaker,
    attribution,
    via,
  })
  if (cue.source !== null) {
    const mention = speakerFrom(scene, cue.source, 4)
    if (mention) return found(candidateOf(scene, mention), 'subject_after_cue')
  }
  if (cue.form === 'noun') {
    const relay = relayed(scene, cue)
    return relay && found(relay.speaker, 'relayed', relay.via && scene.cast.party(relay.via).name)
  }
  if (cue.form !== 'finite') return null
  // What touches a verb that may take a person as its object is the subject, and what follows the object.
  const touched = cue.takesPerson && !cue.joined ? touching(scene, cue) : null
  if (touched) return found(touched, 'subject_before_cue')
  const end = draft.frame === 'after' ? Number.POSITIVE_INFINITY : draft.first
  const after = scene.grammar.subjectFollows(cue, draft.frame) ? subjectAfter(scene, cue, end) : null
  const origin = draft.first > cue.last ? relayedAfter(scene, cue, draft.first) : null
  if (origin) return found(origin, 'relayed', after?.party.name)
  if (after && !isAddressed(scene, draft, cue, after, memory, sentence))
    return found(after, draft.frame === 'after' ? 'after_quote' : 'subject_after_cue')
  if (cue.joined && !cue.turns && !draft.nested) return null
  const { first } = scene.passage.sentences[sentence] as Sentence
  const from = draft.nested ? outer : cue.turns ? cue.clauseFirst : first
  const before = subjectBefore(scene, cue, from, !draft.nested && !cue.relative)
  const known =
    before ?? (draft.nested ? null : (subjectOfAuxiliary(scene, cue, first) ?? unknownBefore(scene, cue, sentence)))
  return known && found(known, 'subject_before_cue')
}

/**
 * «ناشدت الأمم المتحدة بإصدار …», «… . ودعا الأطراف إلى …»: the only party behind a verb that addresses somebody is whom it
 * addresses, when the verb needs one, or when the last speaker goes on and a group or body that has not spoken stands there.
 */
function isAddressed(
  scene: Scene,
  draft: Draft,
  cue: Cue,
  { party, range, known }: Candidate,
  memory: Memory,
  sentence: number,
): boolean {
  if (!cue.takesPerson || draft.frame === 'after' || !range || !reachesContent(scene, cue, range, draft.first))
    return false
  if (cue.needsPerson) return true
  if (cue.class !== 'demand' && cue.class !== 'request') return false
  const last = whoAgrees(memory, cue)
  if (!last || draft.nested || cue.turns || memory.some(({ speaker }) => speaker.party === party)) return false
  const { line } = scene.passage.sentences[sentence] as Sentence
  if (party.type === 'group' || (!known && range.last - range.first > 1)) return sentence - last.sentence <= 1
  return party.type === 'organization' && sentence - last.sentence <= 1 && last.line === line
}

/** The speaker of the same sentence, its subject, or the last one who spoke and agrees. */
function governing(scene: Scene, cue: Cue, memory: Memory, sentence: number): Found {
  const here = whoAgrees(
    memory.filter(spoken => spoken.sentence === sentence),
    cue,
  )
  if (here) return { speaker: unnamed(here.speaker), attribution: 'governing_clause', via: null }
  const subject = firstBefore(scene, sentence, cue)
  if (subject) return { speaker: subject, attribution: 'governing_clause', via: null }
  const last = whoAgrees(memory, cue)
  const { first } = scene.passage.sentences[sentence] as Sentence
  if (scene.grammar.skipTopicShift(scene.passage, first) > first) return { ...NOBODY, attribution: 'none_ambiguous' }
  const before = sentence > 0 ? mainSubject(scene, sentence - 1, cue) : null
  if (before && (!last || last.sentence < sentence - 1)) {
    return { speaker: unnamed(before), attribution: 'continued', via: null }
  }
  if (last) return { speaker: unnamed(last.speaker), attribution: 'continued', via: null }
  return { ...NOBODY, attribution: memory.length > 0 ? 'none_ambiguous' : 'none_found' }
}

/** How many sentences after the last speaker marks alone may still be that speaker's. */
const FAR = 3

function lastSpeaker(memory: Memory, sentence: number): Found {
  const last = memory[0]
  if (!last || last.sentence < sentence - FAR) return NOBODY
  return { speaker: unnamed(last.speaker), attribution: 'paragraph_before', via: null }
}

/** A speaker whom the words of this quote do not name. */
const unnamed = (candidate: Candidate): Candidate => ({ ...candidate, range: null })

/** The outlet or agency named in a source phrase right after the content: «، بحسب وكالة …». */
function viaOf(scene: Scene, { last, cue }: Draft): string | null {
  const { passage, cast } = scene
  const end = Math.min(last + 4, passage.sentences[passage.sentenceOf[last - 1] as number]?.last ?? last)
  for (let at = last; at < end; at++) {
    if (cue && at === cue.first) return null
    const source = sourceAt(scene, at)
    if (source) return source.mention ? cast.party(source.mention).name : null
  }
  return null
}
