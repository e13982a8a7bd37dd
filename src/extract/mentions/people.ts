/** The people whom an article names, found by full, short and differently spelled names. */
import type { Mention, MentionGrammar } from './mention.ts'
import { partOfName } from './names.ts'
import type { PartyRecord } from './record.ts'

/** A name is compared with no more people than these, so that a text of nothing but names stays linear. */
const COMPARED = 200
/** Ways to name one person that are kept. */
const NAMES = 20

/** Words of a description of which one may stand for all: «الرئيس المخلوع», but not «الرئيس التنفيذي لشركة الخطوط». */
const DESCRIPTION = 3

/** How much of a name is said: all of it, its end (the family name), another part. */
type Rank = 3 | 2 | 1

export class People {
  readonly #grammar: MentionGrammar
  readonly #byKey = new Map<string, PartyRecord[]>()
  readonly #names = new Map<PartyRecord, (readonly string[])[]>()
  /** By a word that describes people: the one whom it describes, or null when it describes several. */
  readonly #described = new Map<string, PartyRecord | null>()

  constructor(grammar: MentionGrammar) {
    this.#grammar = grammar
  }

  /** Everybody, in the order in which they were added. */
  get records(): readonly PartyRecord[] {
    return [...this.#names.keys()]
  }

  /** Who bears the name of a mention: of several, one whose family name it is, and whom the article names first. */
  find(mention: Mention): PartyRecord | null {
    const own = this.#namesOf(mention)
    const filed = own.flat().flatMap(key => this.#byKey.get(key) ?? [])
    let best: PartyRecord | null = null
    let rank = 0
    for (const record of new Set(filed.length > 0 ? filed : this.records.slice(-COMPARED))) {
      for (const name of this.#names.get(record) ?? []) {
        const said = own.find(other => partOfName(other, name, this.#grammar.sameKey))
        if (!said) continue
        const value: Rank = said.length === name.length ? 3 : said.at(-1) === name.at(-1) ? 2 : 1
        if (value > rank || (value === rank && best !== null && record.first < best.first)) {
          best = record
          rank = value
        }
      }
    }
    return best ?? (mention.nameWords.length === 1 && mention.role === null ? this.called(mention.nameWords) : null)
  }

  /** The one person in whose name or description all these words stand; null for nobody and for several. */
  called(words: readonly string[]): PartyRecord | null {
    const bearers = words.map(word => {
      const key = this.#grammar.nameKey(word)
      const named = this.#byKey.get(key)
      return named ? (named.length === 1 ? (named[0] as PartyRecord) : null) : (this.#described.get(key) ?? null)
    })
    const [first = null] = bearers
    return bearers.every(bearer => bearer === first) ? first : null
  }

  add(mention: Mention, record: PartyRecord): void {
    const names = this.#names.get(record) ?? []
    this.#names.set(record, names)
    if (mention.roleWords.length <= DESCRIPTION) this.#describe(mention.roleWords.slice(1), record)
    for (const name of this.#namesOf(mention)) {
      if (names.length >= NAMES || names.some(other => other.join(' ') === name.join(' '))) continue
      names.push(name)
      for (const key of name) {
        const filed = this.#byKey.get(key)
        if (!filed) this.#byKey.set(key, [record])
        else if (filed.length < COMPARED && !filed.includes(record)) filed.push(record)
      }
    }
  }

  #describe(words: readonly string[], record: PartyRecord): void {
    for (const word of words) {
      const key = this.#grammar.nameKey(word)
      const known = this.#described.get(key)
      this.#described.set(key, known === undefined || known === record ? record : null)
    }
  }

  #namesOf({ nameWords, alias }: Mention): readonly (readonly string[])[] {
    return [nameWords, alias]
      .filter(words => words.length > 0)
      .map(words => words.map(word => this.#grammar.nameKey(word)))
  }
}
