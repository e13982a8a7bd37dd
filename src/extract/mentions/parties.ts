/** Parties: which mentions of an article are the same person, body or group. */
import type { Party } from '../../types.ts'
import type { Mention, MentionGrammar } from './mention.ts'

/** One person, body, group or source behind one or more mentions. */
export interface PartyRecord {
  readonly kind: 'person' | 'body' | 'place' | 'other'
  /** Positions in the order of reading, ascending. */
  readonly positions: number[]
  readonly mentions: Mention[]
}

/** Fuzzy comparison looks at no more parties than these, so that a text of nothing but names stays linear. */
const COMPARED = 300

/** Brings the mentions of an article, in the order of reading, together. Gives the party of each. */
export function bringTogether(
  mentions: readonly Mention[],
  grammar: MentionGrammar,
): ReadonlyMap<Mention, PartyRecord> {
  const found = new Map<Mention, PartyRecord>()
  const records: PartyRecord[] = []
  const byWord = new Map<string, PartyRecord[]>()

  const join = (record: PartyRecord, mention: Mention, position: number) => {
    record.mentions.push(mention)
    record.positions.push(position)
    found.set(mention, record)
    for (const word of new Set([...keysOf(mention)])) {
      const known = byWord.get(word)
      if (!known) byWord.set(word, [record])
      else if (known.at(-1) !== record && !known.includes(record) && known.length < COMPARED) known.push(record)
    }
  }
  const open = (mention: Mention, position: number) => {
    const record: PartyRecord = { kind: kindOf(mention), positions: [], mentions: [] }
    records.push(record)
    join(record, mention, position)
  }

  const named = mentions
    .map((mention, position) => ({ mention, position }))
    .filter(({ mention }) => mention.nameText !== null)
  const full = named.filter(({ mention }) => mention.nameWords.length > 1 || kindOf(mention) !== 'person')
  const short = named.filter(({ mention }) => mention.nameWords.length <= 1 && kindOf(mention) === 'person')
  for (const { mention, position } of [...full, ...short]) {
    const candidates = kindOf(mention) === 'person' ? people(mention) : (byWord.get(keysOf(mention)[0] as string) ?? [])
    const same = candidates.filter(
      record => record.kind === kindOf(mention) && record.mentions.some(other => sameName(mention, other)),
    )
    const record = nearest(same, position)
    if (record) join(record, mention, position)
    else open(mention, position)
  }
  for (const record of records) sortByPosition(record)
  mentions.forEach((mention, position) => {
    if (mention.nameText !== null) return
    const antecedent = antecedentOf(mention, position)
    if (antecedent) {
      found.set(mention, antecedent)
      antecedent.mentions.push(mention)
      antecedent.positions.push(position)
      antecedent.positions.sort((a, b) => a - b)
    } else open(mention, position)
  })
  return found

  function people(mention: Mention): readonly PartyRecord[] {
    const exact = keysOf(mention).flatMap(word => byWord.get(word) ?? [])
    return exact.length > 0 ? exact : records.slice(-COMPARED)
  }

  function sameName(a: Mention, b: Mention): boolean {
    if (kindOf(a) !== 'person') return keysOf(a)[0] === keysOf(b)[0]
    return samePerson(a.nameWords, b.nameWords) || samePerson(a.alias, b.nameWords) || samePerson(a.nameWords, b.alias)
  }

  function samePerson(a: readonly string[], b: readonly string[]): boolean {
    const [less, more] = a.length <= b.length ? [a, b] : [b, a]
    if (less.length === 0) return false
    let at = 0
    for (const word of less) {
      while (at < more.length && !grammar.sameWord(word, more[at] as string)) at++
      if (at++ === more.length) return false
    }
    return true
  }

  function antecedentOf(mention: Mention, position: number): PartyRecord | null {
    if (mention.pronoun) {
      return nearest(
        records.filter(
          record => (record.positions[0] as number) < position && record.mentions.some(other => mayBe(mention, other)),
        ),
        position,
      )
    }
    if (mention.document) {
      const issuer = mention.of && found.get(mention.of)
      if (issuer) return issuer
      return mention.anaphoric
        ? nearest(
            records.filter(record => record.mentions.some(other => other.document)),
            position,
          )
        : null
    }
    const resolvable =
      mention.anaphoric || (mention.type === 'unnamed' && mention.count === 'singular' && mention.roleWords.length > 1)
    if (!resolvable) return null
    const compatible = records.filter(record =>
      record.mentions.some(other => other !== mention && sameRole(mention, other)),
    )
    const before = nearest(
      compatible.filter(({ positions }) => (positions[0] as number) < position),
      position,
    )
    if (before) return before
    return mention.type === 'unnamed'
      ? nearest(
          compatible.filter(({ kind }) => kind === 'person'),
          position,
        )
      : null
  }
}

/** «الوزير التركي» says less than «وزير الخارجية التركي», and nothing against it. */
function sameRole(short: Mention, full: Mention): boolean {
  const [head, ...words] = short.roleWords
  const [fullHead, ...others] = full.roleWords
  if (head === undefined || head !== fullHead) return false
  if (short.countryCode && full.countryCode && short.countryCode !== full.countryCode) return false
  if ((short.count === 'singular') !== (full.count === 'singular') && short.type !== 'unnamed') return false
  if (short.type === 'unnamed' && full.type === 'group' && !full.anaphoric && short.anaphoric === false) return false
  return short.countryCode !== null || words.every(word => others.includes(word)) || full.type === 'unnamed'
}

/** Whether a pronoun may stand for what another mention names. */
function mayBe({ type, gender }: Mention, other: Mention): boolean {
  if (other.pronoun || other.type === 'place') return false
  if (type === 'person' && other.type !== 'person' && !(other.type === 'unnamed' && other.count === 'singular'))
    return false
  if (type === 'organization' && kindOf(other) !== 'body') return false
  if (type === 'group' && other.count === 'singular' && kindOf(other) !== 'body') return false
  return gender === null || other.gender === null || gender === other.gender
}

const kindOf = ({ type }: Mention): PartyRecord['kind'] => {
  if (type === 'person') return 'person'
  if (type === 'organization' || type === 'media' || type === 'place') return 'body'
  return 'other'
}

/** What a mention is filed under: the words of a person's name, the whole name of anything else. */
function keysOf({ type, nameWords, alias, nameText, countryCode }: Mention): readonly string[] {
  if (type === 'person') return [...nameWords, ...alias]
  if (nameText === null) return []
  return [countryCode ? `${countryCode} ${nameText}` : nameText]
}

function nearest(records: readonly PartyRecord[], position: number): PartyRecord | null {
  let best: PartyRecord | null = null
  let distance = Number.POSITIVE_INFINITY
  for (const record of records) {
    const before = record.positions.findLast(other => other < position)
    const gap = before === undefined ? 1e9 + (record.positions[0] as number) : position - before
    if (gap < distance) {
      best = record
      distance = gap
    }
  }
  return best
}

function sortByPosition({ positions, mentions }: PartyRecord): void {
  const order = positions.map((_, i) => i).sort((a, b) => (positions[a] as number) - (positions[b] as number))
  const [p, m] = [order.map(i => positions[i] as number), order.map(i => mentions[i] as Mention)]
  positions.splice(0, positions.length, ...p)
  mentions.splice(0, mentions.length, ...m)
}

/** What is published of a party: the fullest name, the fullest role, the country. */
export function describe({ mentions }: PartyRecord): Party {
  const named = mentions.filter(({ nameText }) => nameText !== null)
  const fullest = longest(named, ({ nameText }) => nameText)
  const role = longest(
    mentions.filter(({ document }) => !document),
    ({ roleText }) => roleText,
  )
  const sample = fullest ?? (mentions[0] as Mention)
  return {
    name: fullest?.nameText ?? (mentions[0] as Mention).roleText ?? '',
    type: sample.type === 'place' ? 'organization' : sample.type,
    role: fullest ? (role?.roleText ?? null) : null,
    countryCode: mentions.find(({ countryCode }) => countryCode !== null)?.countryCode ?? null,
  }
}

function longest(mentions: readonly Mention[], text: (mention: Mention) => string | null): Mention | undefined {
  let best: Mention | undefined
  for (const mention of mentions)
    if ((text(mention)?.length ?? 0) > (best ? (text(best)?.length ?? 0) : 0)) best = mention
  return best
}
