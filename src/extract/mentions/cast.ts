import type { Party } from '../../types.ts'
import type { Passage } from '../text/passage.ts'
import type { Cast, KnownNames, Mention, MentionGrammar } from './mention.ts'
import { bringTogether, describe, type PartyRecord } from './parties.ts'

/** Finds every mention of an article and decides which of them are the same party. */
export function readCast(passages: readonly Passage[], grammar: MentionGrammar): Cast {
  const known = namesOf(passages.flatMap(passage => scan(passage, grammar)))
  const found = new Map(passages.map(passage => [passage, scan(passage, grammar, known)] as const))
  const places = new Map(passages.map(passage => [passage, coverage(passage, found.get(passage) ?? [])] as const))
  const records = bringTogether([...found.values()].flat().flatMap(withOwners), grammar)
  const parties = new Map<PartyRecord, Party>()

  return {
    mentions: passage => found.get(passage) ?? [],
    startingAt(passage, token) {
      const mention = at(passage, token)
      return mention?.first === token ? mention : null
    },
    covering: at,
    party(mention) {
      const record = records.get(mention) ?? { kind: 'other', positions: [], mentions: [mention] }
      const party = parties.get(record) ?? describe(record)
      parties.set(record, party)
      return party
    },
    same: (a, b) => a === b || (records.has(a) && records.get(a) === records.get(b)),
  }

  function at(passage: Passage, token: number): Mention | null {
    const index = places.get(passage)?.[token] ?? -1
    return found.get(passage)?.[index] ?? null
  }
}

/** A mention, and before it the party that it stands for. */
const withOwners = (mention: Mention): Mention[] => (mention.of ? [...withOwners(mention.of), mention] : [mention])

function scan(passage: Passage, grammar: MentionGrammar, known?: KnownNames): readonly Mention[] {
  const mentions: Mention[] = []
  for (let at = 0; at < passage.tokens.length; at++) {
    const mention = grammar.read(passage, at, known)
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
