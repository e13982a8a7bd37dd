/**
 * A language pack of a few French words, to show that the engine needs nothing else of a language: it is written against
 * the engine's grammars alone and shares no word or rule with a pack of `src/languages/`.
 */
import type { LanguagePack } from '../../src/extract/language.ts'
import type { Mention, MentionGrammar } from '../../src/extract/mentions/mention.ts'
import type { Cue, Frame, Opening, QuoteGrammar, QuoteRule } from '../../src/extract/quotes/grammar.ts'
import type { Passage, TokenRange } from '../../src/extract/text/passage.ts'
import type { Token } from '../../src/extract/text/tokens.ts'
import { dateGrammarFor } from '../../src/languages/dates.ts'
import type { CueClass, SpeakerType } from '../../src/types.ts'

const orthography = {
  foldCharacter: (character: string) => character.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase(),
  sentenceEnds: new Set(['.', '!', '?']),
  abbreviations: new Set<string>(),
}

const VERBS: Readonly<Record<string, readonly [lemma: string, reports: CueClass]>> = {
  declare: ['déclarer', 'say'],
  dit: ['dire', 'say'],
  ajoute: ['ajouter', 'add'],
  assure: ['assurer', 'affirm'],
}
const ROLES: Readonly<Record<string, readonly [SpeakerType, Mention['gender']]>> = {
  ministre: ['person', null],
  porte: ['person', null],
  ministere: ['organization', 'masculine'],
}
const PRONOUNS: Readonly<Record<string, Mention['gender']>> = { il: 'masculine', elle: 'feminine' }
const ARTICLES = new Set(['le', 'la', 'les'])

const wordAt = ({ tokens }: Passage, at: number): string => (tokens[at]?.kind === 'word' ? tokens[at].form : '')
/** “According to”; a capital at the start of a sentence makes it no name. */
const SOURCE = 'selon'
const isCapital = ({ tokens, text }: Passage, at: number): boolean =>
  tokens[at]?.kind === 'word' && tokens[at].form !== SOURCE && /\p{Lu}/u.test(text.charAt(tokens[at].start))

/** «la ministre Jeanne Valcourt», «le ministère», «Jeanne Valcourt», «elle». */
function readMention(passage: Passage, at: number): Mention | null {
  const gender = PRONOUNS[wordAt(passage, at)]
  if (gender !== undefined)
    return mention(passage, { first: at, last: at + 1 }, { type: 'person', gender, pronoun: true })
  const head = ARTICLES.has(wordAt(passage, at)) ? at + 1 : at
  const role = ROLES[wordAt(passage, head)]
  const nameFirst = role ? head + 1 : at
  let last = nameFirst
  while (isCapital(passage, last) && !(wordAt(passage, last) in VERBS)) last++
  const name = last > nameFirst + (role ? 0 : 1) ? { first: nameFirst, last } : null
  if (!role && !name) return null
  return mention(
    passage,
    { first: at, last },
    {
      type: role?.[0] ?? 'person',
      gender: wordAt(passage, at) === 'la' ? 'feminine' : (role?.[1] ?? null),
      name,
      role: role ? { first: head, last: head + 1 } : null,
      anaphoric: !name,
    },
  )
}

function mention(
  passage: Passage,
  range: TokenRange,
  told: Pick<Mention, 'type' | 'gender'> & Partial<Mention>,
): Mention {
  const { tokens, text } = passage
  const cut = ({ first, last }: TokenRange) =>
    text.slice((tokens[first] as Token).start, (tokens[last - 1] as Token).end)
  const words = ({ first, last }: TokenRange) => tokens.slice(first, last).map(({ form }) => form)
  const { name = null, role = null } = told
  return {
    ...range,
    start: (tokens[range.first] as Token).start,
    end: (tokens[range.last - 1] as Token).end,
    count: 'singular',
    countryCode: null,
    anaphoric: told.pronoun === true,
    land: false,
    pronoun: false,
    latter: false,
    epithet: false,
    styles: [],
    styled: false,
    definite: true,
    clitic: '',
    nameText: name && cut(name),
    roleText: role && cut(role),
    nameWords: name ? words(name) : [],
    roleWords: role ? words(role) : [],
    of: null,
    alias: [],
    source: false,
    document: false,
    ...told,
    name,
    role,
  }
}

const mentions: MentionGrammar = {
  read: readMention,
  wordsIn: form => [form],
  shortName: () => null,
  nameKey: word => word,
  sameKey: (a, b) => a === b,
}

function cueAt(passage: Passage, at: number): Cue | null {
  const verb = VERBS[wordAt(passage, at)]
  const { start, end } = passage.tokens[at] as Token
  if (!verb) return null
  const clauseFirst = wordAt(passage, at - 1) === 'a' ? at - 1 : at
  return {
    first: at,
    last: at + 1,
    word: { start, end },
    lemma: verb[0],
    class: verb[1],
    form: 'finite',
    agreement: { gender: null, count: null },
    present: false,
    joined: false,
    asReported: false,
    clauseFirst,
    afterComma: false,
    turns: false,
    relative: false,
    strength: 'strong',
    takes: new Set<Frame>(['clause', 'colon', 'marks', 'after']),
    prepositions: new Set(),
    takesPerson: false,
    needsPerson: false,
    relays: false,
    passive: false,
    renewed: false,
    hasObject: false,
    source: null,
  }
}

function openingAt(passage: Passage, at: number): Opening | null {
  const next = passage.tokens[at + 1]
  return wordAt(passage, at) === 'que' && next ? { frame: 'clause', first: at + 1, start: next.start } : null
}

const rule = (frame: Frame, says: string, text: string, content: string): QuoteRule => ({
  id: `fr/quote/${frame}`,
  frame,
  forms: frame === 'edge' ? [] : ['finite'],
  says,
  examples: [
    { text, content, kind: frame === 'clause' || frame === 'edge' ? 'indirect' : 'direct', speaker: 'Jeanne Valcourt' },
  ],
  nonExamples: ['Jeanne Valcourt visite le marché de Brumelle.'],
})

const here = (_: Passage, at: number) => at

const quotes: QuoteGrammar = {
  rules: [
    rule(
      'clause',
      'A verb and «que»',
      'Jeanne Valcourt a déclaré que le pont sera rouvert en mai.',
      'le pont sera rouvert en mai',
    ),
    rule(
      'colon',
      'A verb, a colon and marks',
      'Jeanne Valcourt a déclaré : « Le pont sera rouvert en mai. »',
      'Le pont sera rouvert en mai',
    ),
    rule(
      'after',
      'Marks before verb and subject',
      '« Le pont sera rouvert en mai », a déclaré Jeanne Valcourt.',
      'Le pont sera rouvert en mai',
    ),
    rule(
      'edge',
      '«selon» and a source',
      'Selon Jeanne Valcourt, le pont sera rouvert en mai.',
      'le pont sera rouvert en mai',
    ),
  ],
  proclitics: new Set(),
  cueAt,
  openingAt,
  skipComplementiser: here,
  sourcePhraseAt(passage, at) {
    if (wordAt(passage, at) !== SOURCE) return null
    const word = passage.tokens[at] as Token
    return { first: at, last: at + 1, by: 'named', report: null, word, lemma: SOURCE, class: 'according' }
  },
  subjectFollows: (_, frame) => frame === 'after',
  skipAdverbial: here,
  skipResumption: here,
  skipAuxiliary: here,
  skipTopicShift: here,
  skipTurn: (_, at) => at,
  skipPointingBack: (_, at) => at,
  introducesName: () => false,
  beginsName: () => false,
  venueAt: () => null,
  addresses: () => false,
  addressesAfterVenue: () => false,
  turnAt: () => null,
  skipApposition: here,
  asideAt: () => false,
  goesOn: () => false,
  breaksPhrase: () => false,
  beginsClause: () => false,
  governs: () => false,
  isObject: () => false,
  takesObject: () => false,
  frontsTopic: () => false,
  isPreposition: () => false,
  relaysFrom: () => false,
  subjectAt: () => null,
}

const dates = dateGrammarFor('fr')
if (!dates) throw new Error('expected a reader of French dates, found none')

export const french: LanguagePack = { language: 'fr', orthography, dates, mentions, quotes, events: null }
