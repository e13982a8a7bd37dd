/** Mentions without a name: who «الوزير», «المصدر ذاته», «البيان» are. */
import { Addressed } from './addressed.ts'
import type { Mention } from './mention.ts'
import type { PartyRecord, Placed } from './record.ts'

/** Parties that are kept in mind, so that a text of nothing but roles stays linear. */
const REMEMBERED = 150
/** Different ways in which one party is spoken of that are kept in mind. */
const WAYS = 12

/** Mentions of a sentence among which the issuer of a document is looked for. */
const LOOKED_BACK = 30

/** Reads an article from its beginning and knows who was mentioned last. */
export class Antecedents {
  readonly #placed: readonly Placed[]
  readonly #found: ReadonlyMap<Mention, PartyRecord>
  readonly #people: readonly PartyRecord[]
  /** The parties mentioned so far, the last one at the end, with the ways in which they were spoken of. */
  readonly #recent = new Map<PartyRecord, Mention[]>()
  readonly #addressed = new Addressed()

  constructor(placed: readonly Placed[], found: ReadonlyMap<Mention, PartyRecord>, people: readonly PartyRecord[]) {
    this.#placed = placed
    this.#found = found
    this.#people = people.slice(0, REMEMBERED)
  }

  /** Notes a mention, in the order of reading. */
  pass(record: PartyRecord, mention: Mention, position: number): void {
    this.#addressed.pass(record, mention, this.#placed[position]?.sentence ?? 0)
    const ways = this.#recent.get(record) ?? []
    const told = ways.some(way => way.roleText === mention.roleText && way.nameText === mention.nameText)
    if (!told && ways.length < WAYS) ways.push(mention)
    this.#recent.delete(record)
    this.#recent.set(record, ways)
    if (this.#recent.size > REMEMBERED) this.#recent.delete(this.#recent.keys().next().value as PartyRecord)
  }

  /** The party that a nameless mention stands for, or null when it introduces one. */
  of(mention: Mention, position: number): PartyRecord | null {
    if (mention.pronoun || mention.latter) return this.#last(way => mayBe(mention, way))
    if (mention.styled) return this.#addressed.of(mention) ?? this.#last(way => mayBeStyled(mention, way))
    if (mention.document) return this.#issuer(mention, position)
    if (mention.name) return isInShort(mention) ? this.#last(way => this.#sameBody(mention, way)) : null
    if (mention.source) return mention.anaphoric ? this.#source(mention) : null
    if (!mention.anaphoric && !mention.definite) return this.#placed[position]?.title ? this.#announced(mention) : null
    return (
      this.#last(way => sameOffice(mention, way) && asFully(mention, way)) ??
      this.#last(way => sameOffice(mention, way)) ??
      (mention.count === 'singular' ? this.#namedLater(mention) : null) ??
      (mention.epithet && mention.type === 'organization' ? this.#last(isNamedAlone) : null)
    )
  }

  /** «رئاسة الحزب» is «رئاسة حزب السنابل» when «الحزب» is «حزب السنابل». */
  #sameBody(short: Mention, full: Mention): boolean {
    if (full.of === null || full.roleWords[0] !== short.roleWords[0] || full.type !== short.type) return false
    return this.#found.get(full.of) === this.#found.get(short.of as Mention)
  }

  /** The party mentioned last that was ever spoken of in such a way. */
  #last(fits: (way: Mention) => boolean): PartyRecord | null {
    let last: PartyRecord | null = null
    for (const [record, ways] of this.#recent) if (ways.some(fits)) last = record
    return last
  }

  /** «متحدث باسم الجيش» whom the article names further down; only where one alone can be meant. */
  #namedLater(mention: Mention): PartyRecord | null {
    const fitting = this.#people.filter(({ mentions }) => mentions.slice(0, WAYS).some(way => sameOffice(mention, way)))
    return fitting.length === 1 ? (fitting[0] as PartyRecord) : null
  }

  /** «مسؤول تركي» in a title, whom the body names; only where it names one alone of that office. */
  #announced(mention: Mention): PartyRecord | null {
    if (mention.count !== 'singular' || mention.type !== 'unnamed') return null
    const [head] = mention.roleWords
    const fitting = this.#people.filter(({ mentions }) =>
      mentions.slice(0, WAYS).some(way => way.roleWords[0] === head && !contradicts(mention, way)),
    )
    return fitting.length === 1 ? (fitting[0] as PartyRecord) : null
  }

  /** «المصدر» is the last source; where nobody was called so, who spoke last is for others to say. */
  #source(mention: Mention): PartyRecord | null {
    const words = mention.roleWords.slice(1)
    return (
      this.#last(way => way.source && words.every(word => way.roleWords.includes(word))) ??
      this.#last(way => way.source)
    )
  }

  /** Who speaks in a document: its stated issuer, the issuer of the document before, or who the clause around it is about. */
  #issuer(mention: Mention, position: number): PartyRecord | null {
    const stated = mention.of && this.#found.get(mention.of)
    if (stated) return stated
    if (mention.anaphoric) return this.#last(way => way.document)
    const sentence = this.#placed[position]?.sentence
    const farthest = Math.max(0, position - LOOKED_BACK)
    let issuer: Mention | null = null
    for (let at = position - 1; at >= farthest && this.#placed[at]?.sentence === sentence; at--) {
      const { mention: other } = this.#placed[at] as Placed
      const speaks = other.type === 'person' || other.type === 'organization' || other.type === 'media'
      if (speaks && !other.document && !owns(other, issuer)) issuer = other
    }
    return (issuer && this.#found.get(issuer)) ?? null
  }
}

/** Whether a body is named by one that is itself only pointed at: «رئاسة الحزب». */
export const isInShort = ({ of, type }: Mention): boolean =>
  type === 'organization' && of !== null && of.type === 'organization' && of.name === null && of.anaphoric

/** A body whose name does not say what it is. */
const isNamedAlone = ({ type, name, roleWords }: Mention): boolean =>
  type === 'organization' && name !== null && roleWords.length === 0

/** Whether a pronoun may stand for what another mention names. */
function mayBe({ type, gender }: Mention, other: Mention): boolean {
  if (other.pronoun || other.type === 'place') return false
  const body = other.type === 'organization' || other.type === 'media'
  if (type === 'person' && other.type !== 'person' && !(other.type === 'unnamed' && other.count === 'singular'))
    return false
  if (type === 'organization' && !body) return false
  if (type === 'group' && other.count === 'singular' && !body) return false
  return gender === null || other.gender === null || gender === other.gender
}

/** Whether «معاليه» may be a person whom the article has addressed in no other way. */
const mayBeStyled = ({ gender, styles }: Mention, other: Mention): boolean =>
  other.type === 'person' &&
  other.roleText !== null &&
  (other.styles.length === 0 || other.styles.some(style => styles.includes(style))) &&
  (gender === null || other.gender === null || gender === other.gender)

/** Whether it stands within another mention as its owner: the minister of «مكتب الوزير». */
const owns = (owner: Mention, mention: Mention | null): boolean =>
  mention !== null && mention.of !== null && (mention.of === owner || owns(owner, mention.of))

const contradicts = (a: Mention, b: Mention): boolean =>
  a.countryCode !== null && b.countryCode !== null && a.countryCode !== b.countryCode

/** «الوزير التركي» says less than «وزير الخارجية التركي», and nothing against it. */
function sameOffice(short: Mention, full: Mention): boolean {
  const [head, ...words] = short.roleWords
  const [fullHead, ...others] = full.roleWords
  if (head === undefined || head !== fullHead || full.document || full.source) return false
  if (full.type === 'unnamed' && !full.definite && !short.anaphoric) return false
  if (contradicts(short, full)) return false
  if (short.count === 'singular' && short.gender !== null && full.gender !== null && short.gender !== full.gender)
    return false
  if (short.type === 'organization' || short.type === 'media') return short.anaphoric
  if ((short.count === 'singular') !== (full.count === 'singular')) return false
  return words.every(word => others.includes(word)) || (short.countryCode !== null && words.length === 1)
}

/** «وزير الخارجية» is rather the one who was called just so than «وزير الخارجية الإيطالي»; «الوزير» is whoever came last. */
const asFully = (short: Mention, full: Mention): boolean =>
  short.roleWords.length > 1 &&
  short.roleWords.length === full.roleWords.length &&
  short.countryCode === full.countryCode
