/** Parties: which mentions of an article are the same person, body or group. */
import type { Party } from '../../types.ts'
import { Antecedents, isInShort } from './antecedents.ts'
import { Bodies } from './bodies.ts'
import type { Mention, MentionGrammar } from './mention.ts'
import { People } from './people.ts'
import type { PartyRecord, Placed } from './record.ts'

/** Who is who in an article: the party of every mention, and the people by their names. */
export interface Parties {
  readonly found: ReadonlyMap<Mention, PartyRecord>
  readonly people: People
}

/** Brings the mentions of an article together: names first, then in the order of reading what stands for them. */
export function bringTogether(placed: readonly Placed[], grammar: MentionGrammar): Parties {
  const found = new Map<Mention, PartyRecord>()
  const join = (known: PartyRecord | null | undefined, mention: Mention, position: number): PartyRecord => {
    const record = known ?? { kind: kindOf(mention), mentions: [], first: position }
    record.first = Math.min(record.first, position)
    record.mentions.push(mention)
    found.set(mention, record)
    return record
  }

  const people = new People(grammar)
  const bodies = new Bodies(placed, grammar)
  for (const full of [true, false]) {
    placed.forEach(({ mention }, position) => {
      const { nameWords } = mention
      if (nameWords.length === 0) return
      if (kindOf(mention) === 'person') {
        if (nameWords.length > 1 === full) people.add(mention, join(people.find(mention), mention, position))
      } else if (full && !isInShort(mention)) {
        bodies.add(mention, join(bodies.find(mention), mention, position))
      }
    })
  }
  const antecedents = new Antecedents(placed, found, people.records)
  placed.forEach(({ mention }, position) => {
    const known = found.get(mention) ?? antecedents.of(mention, position) ?? bodies.find(mention)
    const record = found.get(mention) ?? join(known, mention, position)
    if (isInShort(mention)) bodies.add(mention, record)
    antecedents.pass(record, mention, position)
  })
  return { found, people }
}

function kindOf({ type }: Mention): PartyRecord['kind'] {
  if (type === 'person') return 'person'
  return type === 'organization' || type === 'media' || type === 'place' ? 'body' : 'other'
}

/** What is published of a party: the fullest name of a person or a body, the first description of others. */
export function describe({ kind, mentions }: PartyRecord): Party {
  const first = mentions[0] as Mention
  const whole = mentions.filter(mention => mention.nameText !== null && !isInShort(mention))
  const named = whole.length > 0 ? whole : mentions.filter(({ nameText }) => nameText !== null)
  const name = kind === 'person' && named.length > 0 ? fullest(named) : (longestName(named) ?? first)
  const role = longest(mentions.flatMap(({ roleText, document }) => (document || roleText === null ? [] : [roleText])))
  const type = mentions.some(({ type }) => type === 'media') ? 'media' : name.type
  return {
    name: name.nameText ?? name.roleText ?? '',
    type: type === 'place' ? 'organization' : type,
    role: kind === 'person' ? role : null,
    countryCode: mentions.find(({ countryCode }) => countryCode !== null)?.countryCode ?? null,
  }
}

const longest = (texts: readonly string[]): string | null =>
  texts.reduce<string | null>((best, text) => (text.length > (best?.length ?? 0) ? text : best), null)

const fullest = (mentions: readonly Mention[]): Mention =>
  mentions.reduce((best, mention) => (mention.nameWords.length > best.nameWords.length ? mention : best))

/** A body by the name that says most, as the article has it. */
const longestName = (mentions: readonly Mention[]): Mention | undefined =>
  mentions.reduce<Mention | undefined>(
    (best, one) => (!best || (one.nameText ?? '').length > (best.nameText ?? '').length ? one : best),
    undefined,
  )
