/** Whom a form of address stands for: «سموه» is whom a sentence begins with who was called so, not who is named beside him. */
import type { Mention } from './mention.ts'
import type { PartyRecord } from './record.ts'

interface Leader {
  readonly record: PartyRecord
  readonly gender: Mention['gender']
  readonly sentence: number
}

/** Reads an article from its beginning and knows, for each form of address, who led the last sentence that had one. */
export class Addressed {
  readonly #leaders = new Map<string, Leader>()

  /** Notes a mention in a sentence, in the order of reading. */
  pass(record: PartyRecord, { styles, clitic, gender }: Mention, sentence: number): void {
    if (clitic !== '') return
    for (const style of styles) {
      if (this.#leaders.get(style)?.sentence !== sentence) this.#leaders.set(style, { record, gender, sentence })
    }
  }

  /** Who was addressed so, or null. */
  of({ styles, gender }: Mention): PartyRecord | null {
    for (const style of styles) {
      const leader = this.#leaders.get(style)
      if (leader && (gender === null || leader.gender === null || gender === leader.gender)) return leader.record
    }
    return null
  }
}
