/** From what a rule found to a mention: its texts, cut out of the passage and put as they are published. */
import type { Mention } from '../../../extract/mentions/mention.ts'
import type { TokenRange } from '../../../extract/text/passage.ts'
import type { Token } from '../../../extract/text/tokens.ts'
import { foldCharacter, foldTerm, spellings } from '../orthography.ts'
import words from '../words/adjectives.json' with { type: 'json' }
import type { Noun } from './entries.ts'
import { mentionTerms } from './lexicon.ts'
import { nisbas } from './propers.ts'
import { type Draft, formAt, type Reach, wordsOf } from './reader.ts'
import { stylesOf } from './styles.ts'

/** Makes a mention of a draft. */
export function mentionOf(draft: Draft): Mention {
  const { reach: r, first, last, type, name, role, known, gender, count, countryCode } = draft
  const { land, anaphoric, definite, source, document } = draft
  const carriesClitic = first === r.at
  return {
    first,
    last,
    start: carriesClitic ? ownStart(r) : (r.tokens[first] as Token).start,
    end: (r.tokens[last - 1] as Token).end,
    clitic: carriesClitic ? r.clitic : '',
    type,
    name,
    role,
    gender,
    count,
    countryCode,
    land,
    anaphoric,
    pronoun: false,
    latter: draft.latter,
    styles: stylesOf(draft),
    styled: draft.styled,
    definite,
    source,
    document,
    epithet: draft.epithet,
    nameText: known?.name ?? (name && wording(r, name)),
    nameWords: known ? [known.key] : name ? compared(nameWordsOf(draft, name)) : [],
    roleText: role && roleTextOf(draft, role),
    roleWords: roleWordsOf(draft),
    alias: draft.alias ? [wordsOf(r, draft.alias).join('')] : [],
    of: draft.of && mentionOf(draft.of),
  }
}

/** Whether an article fused with the preposition ل: «للوزير» is ل + الوزير with one letter less. */
const isFused = ({ tokens, at, clitic, rest }: Reach) => (tokens[at] as Token).form.length - clitic.length < rest.length

/** Where the words behind the clitic begin. A fused article stays whole. */
function ownStart(r: Reach): number {
  const token = r.tokens[r.at] as Token
  const kept = isFused(r) ? r.clitic.length - 1 : r.clitic.length
  let letters = 0
  let start = token.start
  if (kept === 0) return start
  for (const character of r.passage.text.slice(token.start, token.end)) {
    const folded = foldCharacter(character)
    if (letters === kept && folded !== '') break
    letters += folded.length
    start += character.length
  }
  return start
}

const UNWRITTEN = /[\u064B-\u065F\u0670\u0640\u200B-\u200F\u202A-\u202E\u2066-\u2069]/gu
const KEPT_MARKS = new Set(['-', '–', '(', ')', '.', '/', '&'])

/** The words of a range as they are published: single spaces, no vowel signs, no quotation marks, the clitic taken off. */
function wording(r: Reach, { first, last }: TokenRange): string {
  let text = ''
  for (let i = first; i < last; i++) {
    const token = r.tokens[i] as Token
    if (token.spaced && text !== '' && !text.endsWith(' ')) text += ' '
    if (token.kind === 'mark' && !KEPT_MARKS.has(token.form)) continue
    if (i !== r.at || r.clitic === '') text += r.passage.text.slice(token.start, token.end)
    else if (isFused(r)) text += `ال${r.passage.text.slice(ownStart(r), token.end).replace(UNWRITTEN, '').slice(2)}`
    else text += r.passage.text.slice(ownStart(r), token.end)
  }
  return text.replace(UNWRITTEN, '').trim()
}

/** Words of a name as they compare: «عبد الله» as one word, «بن» left out, «أبا» as «أبو». */
function compared(words: readonly string[]): readonly string[] {
  const found: string[] = []
  for (const word of words) {
    const before = found.at(-1)
    if (before === 'عبد' || before === 'ابو' || (before && (word === 'الدين' || word === 'الله')))
      found[found.length - 1] += word
    else if (word === 'ابا' || word === 'ابي') found.push('ابو')
    else if (word !== 'بن' && word !== 'ابن') found.push(word)
  }
  return found.length > 0 ? found : words
}

/** A body is compared with its head noun in dictionary form, which «الخارجية الروسية» leaves out. */
function nameWordsOf({ reach: r, head }: Draft, name: TokenRange): readonly string[] {
  if (head?.noun?.kind !== 'organization' || name.first >= head.last) return wordsOf(r, name)
  return [...head.lemma.split(' '), ...wordsOf(r, { first: head.last, last: name.last })]
}

/** A plural or dual is named in the nominative, its adjectives with it: «معتقلون سابقون» of «معتقلين سابقين». */
function roleTextOf({ reach: r, head, first }: Draft, role: TokenRange): string {
  const text = wording(r, role)
  const noun = head?.noun
  if (!noun || noun.count === 'singular' || noun.state === 'owned' || role.first !== first) return text
  if (spellings(noun.nominative).includes(formAt(r, first))) return text
  const ending = noun.count === 'dual' ? 'ان' : 'ون'
  const rest = text.split(' ').slice(noun.nominative.split(' ').length)
  return [noun.nominative, ...rest.map(word => (word.length > 5 ? word.replace(/ين$/u, ending) : word))].join(' ')
}

/** Adjectives that stand for a body: «الأممي» for «الأمم المتحدة». */
const bodies = new Map(
  Object.entries(words.bodies).flatMap(([adjective, body]) =>
    spellings(adjective).map(form => [form, foldTerm(body).split(' ')] as const),
  ),
)

function roleWordsOf({ reach: r, head, role }: Draft): readonly string[] {
  if (!head) return []
  const modifiers = role && head.last < role.last ? wordsOf(r, { first: head.last, last: role.last }) : []
  const lemma = head.noun?.kind === 'organization' ? headOf(head.noun, head.lemma).split(' ') : [head.lemma]
  return [...lemma, ...modifiers.flatMap(word => bodies.get(bare(word)) ?? (tellsNothing(word) ? [] : [bare(word)]))]
}

const passing = new Set(words['passing states'].flatMap(spellings))

/** The country, which is compared by itself, and adjectives that are left out at will: «الوزير المستقيل». */
const tellsNothing = (word: string): boolean =>
  nisbas.has(bare(word)) || mentionTerms.get(word)?.proper?.kind === 'country' || passing.has(bare(word))

/** «المجلس» as «مجلس», «للحزب» as «حزب»: «رئيس المجلس» is «رئيس مجلس النواب» in short. */
const bare = (word: string): string => word.replace(/^(?:و?ال|و?لل)(?=..)/u, '')

/** Bodies in the plural are not the one: «اللجنة» is none of «لجان الأحياء». */
function headOf({ nominative, state }: Noun, lemma: string): string {
  const written = bare(foldTerm(nominative))
  return state === 'owned' || lemma.startsWith(written) ? lemma : written
}
