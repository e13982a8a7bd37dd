/** The bodies that an article names, found by their full names and by what is left of them: «المكتب التنفيذي». */
import type { Mention, MentionGrammar } from './mention.ts'
import type { PartyRecord, Placed } from './record.ts'

const nameOf = ({ nameWords }: Mention): string => nameWords.join(' ')

export class Bodies {
  readonly #records = new Map<string, PartyRecord>()
  /** By a short name: the one full name that begins with it, or null when several do. */
  readonly #full = new Map<string, string | null>()

  constructor(placed: readonly Placed[], { shortName }: MentionGrammar) {
    for (const { mention } of placed) {
      const short = mention.type === 'organization' ? shortName(mention.nameWords)?.join(' ') : undefined
      if (short === undefined) continue
      const known = this.#full.get(short)
      this.#full.set(short, known === undefined || known === nameOf(mention) ? nameOf(mention) : null)
    }
  }

  find(mention: Mention): PartyRecord | undefined {
    return this.#records.get(this.#key(mention))
  }

  add(mention: Mention, record: PartyRecord): void {
    this.#records.set(this.#key(mention), record)
  }

  #key(mention: Mention): string {
    const name = nameOf(mention)
    return this.#full.get(name) ?? name
  }
}
