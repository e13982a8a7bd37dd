/** A mention in full: its texts and words cut out of the passage, and what was not said of it. */
import type { Mention } from '../../../extract/mentions/mention.ts'
import type { TokenRange } from '../../../extract/text/passage.ts'
import type { Token } from '../../../extract/text/tokens.ts'
import { isPossessive, type Scan } from './names.ts'
import { determiners, offices } from './words.ts'

/** What a reader says of a mention; the rest is filled in. `roleLemma`: the head of its role in the dictionary form. */
export type Filled = Pick<Mention, 'type'> & Partial<Mention> & { readonly roleLemma?: string | null }

/** A mention of a range of tokens with what a reader says of it. */
export function finish(
  { passage, tokens }: Scan,
  { first, last }: TokenRange,
  { roleLemma, ...filled }: Filled,
): Mention {
  const cut = (range: TokenRange) =>
    passage.text.slice((tokens[range.first] as Token).start, (tokens[range.last - 1] as Token).end)
  const words = (range: TokenRange) =>
    tokens
      .slice(range.first, range.last)
      .flatMap(({ kind, form }) => (kind === 'word' ? [form.replace(/'s$/, '')] : []))
  const { name = null, role = null } = filled
  return {
    first,
    last,
    start: (tokens[first] as Token).start,
    end: (tokens[last - 1] as Token).end,
    gender: null,
    count: 'singular',
    countryCode: null,
    land: false,
    anaphoric: false,
    pronoun: false,
    latter: false,
    epithet: false,
    styles: [],
    styled: false,
    clitic: isPossessive(tokens[last - 1] as Token) ? "'s" : '',
    of: null,
    alias: [],
    definite: filled.anaphoric ?? filled.name !== undefined,
    source: false,
    document: false,
    nameText: name && cut(name).replace(/['’]s$/u, ''),
    roleText: role && cut(role).replace(/^(?:the|a|an) /iu, ''),
    nameWords: name ? words(name) : [],
    roleWords: role ? headFirst(words(role), roleLemma ?? null) : [],
    ...filled,
    name,
    role,
  }
}

/** The words of a role with its head in front; articles tell no roles apart. */
function headFirst(words: readonly string[], head: string | null): readonly string[] {
  const others = words.filter(word => !determiners.has(word) && word !== head)
  return head === null ? others : [head, ...others.filter(word => offices.get(word) !== head)]
}
