import type { Party } from '../../types.ts'
import type { Passage } from '../text/passage.ts'
import type { Cast, KnownNames, Mention, MentionGrammar } from './mention.ts'
import { bringTogether, describe } from './parties.ts'
import type { PartyRecord, Placed } from './record.ts'

/** Words by which somebody is called, at most. */
const LONGEST_CALL = 3

/** Finds every mention of an article and decides which of them are the same party. */
export function readCast(passages: readonly Passage[], grammar: MentionGrammar): Cast {
  const first = passages.map(passage => scan(passage, grammar))
  const known = namesOf(first.flat())
  const found = new Map(
    passages.map((passage, i) => [passage, rescan(passage, first[i] as readonly Mention[], grammar, known)] as const),
  )
  const places = new Map(passages.map(passage => [passage, coverage(passage, found.get(passage) ?? [])] as const))
  const { found: records, people } = bringTogether(inOrder(found), grammar)
  const parties = new Map<PartyRecord, Party>()

  return {
    mentions: passage => found.get(passage) ?? [],
    startingAt(passage, token) {
      const mention = at(passage, token)
      return mention?.first === token ? mention : null
    },
    covering: at,
    party(mention) {
      const record = records.get(mention) ?? { kind: 'other', first: 0, mentions: [mention] }
      const party = parties.get(record) ?? describe(record)
      parties.set(record, party)
      return party
    },
    same: (a, b) => a === b || (records.has(a) && records.get(a) === records.get(b)),
    called({ tokens }, { first, last }) {
      if (last - first > LONGEST_CALL) return null
      return people.called(tokens.slice(first, last).map(({ form }) => form))?.mentions[0] ?? null
    },
    unexplained: mention => records.get(mention)?.mentions.every(({ anaphoric }) => anaphoric) ?? mention.anaphoric,
  }

  function at(passage: Passage, token: number): Mention | null {
    const index = places.get(passage)?.[token] ?? -1
    return found.get(passage)?.[index] ?? null
  }
}

/** The mentions in the order in which they are resolved: the body, then the title, whose names are often short. */
function inOrder(found: ReadonlyMap<Passage, readonly Mention[]>): readonly Placed[] {
  const placed: Placed[] = []
  let sentences = 0
  for (const [passage, mentions] of [...found].sort(
    ([a], [b]) => Number(a.field === 'title') - Number(b.field === 'title'),
  )) {
    for (const mention of mentions) {
      const sentence = sentences + (passage.sentenceOf[mention.first] as number)
      for (const part of withOwners(mention)) placed.push({ mention: part, sentence, title: passage.field === 'title' })
    }
    sentences += passage.sentences.length
  }
  return placed
}

/** A mention, and before it the party that it stands for. */
const withOwners = (mention: Mention): Mention[] => (mention.of ? [...withOwners(mention.of), mention] : [mention])

/** Reads a passage without knowing its names. */
function scan(passage: Passage, grammar: MentionGrammar): readonly Mention[] {
  return collect(passage, at => grammar.read(passage, at))
}

/** Tokens before a short name that may belong to it: a title, a clitic's host. */
const BEFORE_NAMES = 3

/** Reads a passage again where short names stand that the article has explained by now. */
function rescan(
  passage: Passage,
  before: readonly Mention[],
  grammar: MentionGrammar,
  known: KnownNames,
): readonly Mention[] {
  const { tokens } = passage
  const mentionAt = new Map(before.map(mention => [mention.first, mention]))
  const names = new Int32Array(tokens.length + 1)
  tokens.forEach(({ kind, form }, i) => {
    const named = kind === 'word' && grammar.wordsIn(form).some(word => known.has(word))
    names[i + 1] = (names[i] as number) + (named ? 1 : 0)
  })
  return collect(passage, at => {
    const mention = mentionAt.get(at) ?? null
    const reach = Math.min(tokens.length, (mention?.last ?? at) + BEFORE_NAMES)
    return names[reach] === names[at] ? mention : grammar.read(passage, at, known)
  })
}

function collect({ tokens }: Passage, read: (at: number) => Mention | null): readonly Mention[] {
  const mentions: Mention[] = []
  for (let at = 0; at < tokens.length; at++) {
    const mention = read(at)
    if (!mention) continue
    mentions.push(mention)
    at = mention.last - 1
  }
  return mentions
}

/** The words by which people may be named shortly: all but the first of a full name, the only one of a name behind a role. */
function namesOf(mentions: readonly Mention[]): KnownNames {
  return new Set(
    mentions
      .flatMap(mention => [...withOwners(mention)])
      .filter(({ type }) => type === 'person')
      .flatMap(({ nameWords, alias }) => [...(nameWords.length > 1 ? nameWords.slice(1) : nameWords), ...alias]),
  )
}

/** For each token, the index of the mention that covers it, or -1. */
function coverage({ tokens }: Passage, mentions: readonly Mention[]): Int32Array {
  const covering = new Int32Array(tokens.length).fill(-1)
  mentions.forEach(({ first, last }, index) => {
    covering.fill(index, first, last)
  })
  return covering
}
