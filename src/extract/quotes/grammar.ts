/** What a language says about reported speech: its cues, what joins them to what they report, and the rules it admits. */
import type { CueClass, QuoteKind, Span } from '../../types.ts'
import type { Count, Gender, Mention } from '../mentions/mention.ts'
import type { Passage, TokenRange } from '../text/passage.ts'

/**
 * How a cue is joined to what it reports.
 * `clause`: by a complementiser; `colon`; `marks`: by quotation marks alone; `argument`: by the preposition it governs;
 * `object`: as its object; `bare`: by nothing; `epithet`: as the name given to something, «ما وصفه بـ"…"»; `after`: the cue follows
 * what it reports. Without a cue: `edge`: a phrase such as “according to …” at the edge of the sentence; `headline`: a name
 * and a colon in a headline; `turn`: a turn of an interview; `alone`: quotation marks alone.
 */
export type Frame =
  | 'clause'
  | 'colon'
  | 'marks'
  | 'argument'
  | 'object'
  | 'bare'
  | 'epithet'
  | 'after'
  | 'edge'
  | 'headline'
  | 'turn'
  | 'alone'

export type CueForm = 'finite' | 'participle' | 'noun'

/** Agreement that a form shows; null where the spelling does not tell. */
export interface Agreement {
  readonly gender: Gender | null
  readonly count: Count | null
}

/** A reporting word at its place. */
export interface Cue extends TokenRange {
  /** The word in the text, without the particles attached to it. */
  readonly word: Span
  readonly lemma: string
  readonly class: CueClass
  readonly form: CueForm
  readonly agreement: Agreement
  readonly present: boolean
  /** Joined to what stands before it by a conjunction: it starts a new clause. */
  readonly joined: boolean
  /** First token of that clause, a conjunction that stands alone included. */
  readonly clauseFirst: number
  /** Says whose report the sentence before it is: «…، كما أعلنت الوزارة». */
  readonly asReported: boolean
  /** A comma stands before the clause. */
  readonly afterComma: boolean
  /** The clause turns to something else: «بينما أعلن», «فيما قال». */
  readonly turns: boolean
  /** In a relative clause: it says something of a noun before it, «الذي قال». */
  readonly relative: boolean
  /** `strong`: reports wherever it stands; `plain`: when its content is near; `weak`: when its content follows at once. */
  readonly strength: 'strong' | 'plain' | 'weak'
  readonly takes: ReadonlySet<Frame>
  /** Prepositions with which it takes an argument, folded. */
  readonly prepositions: ReadonlySet<string>
  /** May take a person as its object: «اتهم», «طالب», «أبلغ»; then a name after it need not be its subject. */
  readonly takesPerson: boolean
  /** Does not do without one: «اتهم», «ناشد», «أبلغ». */
  readonly needsPerson: boolean
  /** Passes on what another has said: «نقلت … عن …». */
  readonly relays: boolean
  /** Says that something was said, and by nobody: «قيل إن». */
  readonly passive: boolean
  /** Behind a verb that does it again: «جدد دعوته إلى …». */
  readonly renewed: boolean
  /** Has an object pronoun attached. */
  readonly hasObject: boolean
  /** The token from which its source is named, for cues that name it themselves: «جاء في», «نقل عن»; else null. */
  readonly source: number | null
}

/** Where reported words begin. */
export interface Opening {
  readonly frame: Frame
  /** First token of the content; `start` may lie inside it, after an attached preposition. */
  readonly first: number
  readonly start: number
}

/**
 * A phrase that names a source; the source stands after its last token. `named`: «وفق», “according to”; `verb`: «بحسب ما أعلن»;
 * `self`: the speaker of the sentence, «على حد قوله».
 */
export interface SourcePhrase extends TokenRange {
  readonly by: 'named' | 'verb' | 'self'
  /** Where a report begins after which the source is named, «بحسب [بيان أصدرته] الوزارة»: the token after those words. */
  readonly report: number | null
  readonly word: Span
  readonly lemma: string
  readonly class: CueClass
}

/** One way in which quotes are written. A value: it is listed, documented and tested from its own examples. */
export interface QuoteRule {
  /** `<language>/quote/<slug>`, published as `rule_id`. */
  readonly id: `${string}/quote/${string}`
  readonly frame: Frame
  /** Forms of cue it admits; none for the frames without a cue. */
  readonly forms: readonly CueForm[]
  /** What it recognises, in one sentence, for docs/rules.md. */
  readonly says: string
  readonly examples: readonly [RuleExample, ...RuleExample[]]
  /** Texts that look like it and hold no quote by this rule. */
  readonly nonExamples: readonly [string, ...string[]]
}

export interface RuleExample {
  readonly text: string
  readonly title?: string
  readonly content: string
  readonly kind: QuoteKind
  readonly speaker: string | null
}

/** What a language says about reported speech. Every reader looks at the tokens from `at` on, a bounded number of them. */
export interface QuoteGrammar {
  readonly rules: readonly QuoteRule[]
  /** Particles written before an opening mark without a space. */
  readonly proclitics: ReadonlySet<string>
  /** The reporting word at a token, or null. */
  cueAt(passage: Passage, at: number): Cue | null
  /** What the cue reports begins at this token, joined by complementiser, preposition or as object. */
  openingAt(passage: Passage, at: number, cue: Cue): Opening | null
  /** Token after a complementiser that stands inside the marks with what it joins, «"إن …"»; `at` when there is none. */
  skipComplementiser(passage: Passage, at: number): number
  /** Token after an adverbial that may stand between a cue, its subject and its content; `at` when there is none. */
  skipAdverbial(passage: Passage, at: number): number
  /** Whether the word before a mark introduces a name: «صحيفة "…"», «المعروف باسم "…"». */
  introducesName(passage: Passage, at: number): boolean
  /** Whether a name begins with this word: «أبو». */
  beginsName(passage: Passage, at: number): boolean
  /** Token after what explains a name before it, “, a farmer from the north”; `at` when nothing does. */
  skipApposition(passage: Passage, at: number): number
  /** A phrase at this token that names a source, or null. Whether a source follows is for the caller to see. */
  sourcePhraseAt(passage: Passage, at: number): SourcePhrase | null
  /** Token after words that point back at a quotation, «هكذا», «بهذه الكلمات»; `at` when there are none. */
  skipPointingBack(passage: Passage, at: number): number
  /** Token after a word that only resumes the sentence after a source phrase, «فإن»; `at` when there is none. */
  skipResumption(passage: Passage, at: number): number
  /** Token after an auxiliary that stands before its subject, «وكانت»; `at` when there is none. */
  skipAuxiliary(passage: Passage, at: number): number
  /** The words that say on what occasion something is said, «مؤتمر صحفي», with the preposition before them skipped; or null. */
  venueAt(passage: Passage, at: number): TokenRange | null
  /** Whether a word, or what is written onto the front of a mention, says to whom: «لـ». */
  addresses(clitic: string): boolean
  /** Whether a word says to whom after an occasion: «مقابلة مع …». */
  addressesAfterVenue(passage: Passage, at: number): boolean
  /** Words that mark a line as question or answer of an interview, «س:», “Q:”; null when there are none. */
  turnAt(passage: Passage, at: number): { readonly kind: 'question' | 'answer'; readonly first: number } | null
  /** Whether what follows a quotation says how or where it was said: «، في إشارة إلى». */
  asideAt(passage: Passage, at: number): boolean
  /** Whether a word goes on with a report of which the first part stands in marks: «"…"، وأن …». */
  goesOn(passage: Passage, at: number): boolean
  /** Whether a word after a comma begins a clause that a reported phrase cannot go on with: «، لكن …», «، ما أثار …». */
  breaksPhrase(passage: Passage, at: number): boolean
  /** Whether the words at a token begin a clause, as no name does: «ليست», “we”. */
  beginsClause(passage: Passage, at: number): boolean
  /** Token after words that announce a new speaker, «من جانبه»; `at` when there are none. */
  skipTopicShift(passage: Passage, at: number): number
  /** Token after words that turn from one clause to another, «لكن», «في حين»; `at` when there are none. */
  skipTurn(passage: Passage, at: number): number
  /** Whether the word governs what follows it, so that it cannot be the subject: a preposition. */
  governs(passage: Passage, at: number): boolean
  /** Whether words that begin here say what the clause is about, «وعن …», «وردا على …»: what they hold is no subject. */
  frontsTopic(passage: Passage, at: number): boolean
  /** Whether a noun takes what follows it as its object: «لقائه الوزير». */
  takesObject(passage: Passage, at: number): boolean
  /** Whether a mention that begins here has the form of an object: «الحوثيين», where the subject would be «الحوثيون». */
  isObject(passage: Passage, mention: Mention): boolean
  /** Whether what is written onto the front of a mention governs it: «لـ», «بـ». */
  isPreposition(clitic: string): boolean
  /** Whether the subject of a reporting verb may stand behind it when what it reports is joined to it in this way. */
  subjectFollows(cue: Cue, frame: Frame): boolean
  /** Whether the word names the source in a relay: «نقلت … عن …». */
  relaysFrom(passage: Passage, at: number): boolean
  /** The words after a cue that must be its subject though they name nobody known, or null. */
  subjectAt(passage: Passage, at: number): TokenRange | null
}
