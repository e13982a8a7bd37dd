/**
 * The nouns of the core, in the order in which data meets them: Facts and bytes → Page → Article → Findings → rows.
 * Offsets in the core are UTF-16 code units, because that is what JavaScript slices; `src/tables/rows.ts` turns them into
 * code points, once. `end` is always exclusive.
 */
import type { DocumentRow } from '../schemas/documents.ts'
import type {
  actorParts,
  attributions,
  cueClasses,
  eventStatuses,
  eventTypes,
  outcomes,
  publishedBases,
  quoteKinds,
  spanFields,
  speakerTypes,
} from '../schemas/vocabularies.ts'

type Word<V extends readonly string[]> = V[number]
export type Outcome = Word<typeof outcomes>
export type SpanField = Word<typeof spanFields>
export type PublishedBasis = Word<typeof publishedBases>
export type QuoteKind = Word<typeof quoteKinds>
export type SpeakerType = Word<typeof speakerTypes>
export type CueClass = Word<typeof cueClasses>
export type Attribution = Word<typeof attributions>
export type EventType = Word<typeof eventTypes>
export type EventStatus = Word<typeof eventStatuses>
export type ActorPart = Word<typeof actorParts>
export type Issue = DocumentRow['issues'][number]

/** A stretch of a text. */
export interface Span {
  readonly start: number
  readonly end: number
}

/** A stretch of one field of an article. */
export interface FieldSpan extends Span {
  readonly field: SpanField
}

/** What came with an object, beside its bytes. */
export interface Facts {
  /** Path below the inbox, `/`-separated; normalised to NFC on the way in. */
  readonly sourceKey: string
  /** Ordered state of the object; see `revision` in `schemas/shared.ts`. */
  readonly revision: string
  readonly sourceVersion?: string
  /** As declared by whoever dropped it; the bytes have the last word. */
  readonly mediaType?: string
  /** EDTF date or ISO instant. */
  readonly publishedAt?: string
  readonly url?: string
  readonly siteName?: string
  /** ISO instant. */
  readonly capturedAt?: string
}

/** What reading a document gave: text to segment, or the reason why there is none. */
export type Reading =
  | { readonly outcome: 'read'; readonly page: Page; readonly issues: readonly Issue[] }
  | {
      readonly outcome: Exclude<Outcome, 'parsed' | 'partial' | 'duplicate' | 'removed'>
      readonly reason: string
      readonly mediaType: string | null
      readonly charset: string | null
      readonly issues: readonly Issue[]
    }

/** A decoded document. `text` has no U+FEFF at its start and only `\n` as line ends; of HTML it is what readers see. */
export interface Page {
  readonly text: string
  readonly mediaType: string
  readonly charset: string
  /** What the markup says beside the text; plain text has none. */
  readonly markup?: Markup
}

/** A line of a page, with what its elements say it is. `bold`: a paragraph in bold type; `links`: it leads elsewhere. */
export interface MarkedLine extends Span {
  readonly mark: 'title' | 'heading' | 'paragraph' | 'bold' | 'caption' | 'links' | 'furniture' | 'comment' | 'text'
}

/** What a page's markup says about its article; null and empty where it says nothing. */
export interface Markup {
  readonly title: string | null
  readonly siteName: string | null
  /** Canonical address. */
  readonly url: string | null
  readonly authors: readonly string[]
  readonly publicationLines: readonly PublicationLine[]
  /** The lines of the page's text, in order, covering it but for the line ends. */
  readonly lines: readonly MarkedLine[]
}

/** One line of an article's body. */
export interface Block extends Span {
  readonly kind: 'heading' | 'paragraph'
}

export interface Comment {
  readonly author: string | null
  readonly text: string
  readonly postedText: string | null
  readonly likeCount: number | null
  /** BCP 47, null when it cannot be told. */
  readonly language: string | null
  /** Place in the page's list of comments of the comment it answers. */
  readonly parent: number | null
  /** Place of the whole comment in the page's text. */
  readonly source: Span
}

/** A piece of page text about publication, to be read by the dates module: «نُشر في 3 نيسان 2023». */
export interface PublicationLine {
  readonly text: string
  readonly kind: 'published' | 'updated' | 'dateline'
}

/** What segmenting found: the text of one article and its furniture, sorted. */
export interface Article {
  readonly title: string | null
  readonly subtitle: string | null
  readonly authors: readonly string[]
  readonly translators: readonly string[]
  readonly sourceCredits: readonly string[]
  readonly siteName: string | null
  readonly url: string | null
  /** BCP 47, null when it cannot be told. */
  readonly language: string | null
  readonly publicationLines: readonly PublicationLine[]
  /** Blocks joined by `\n`. */
  readonly body: string
  /** Offsets into `body`, in order, covering it but for the line ends. */
  readonly blocks: readonly Block[]
  readonly statedCommentCount: number | null
  readonly comments: readonly Comment[]
}

/** An EDTF value with the calendar dates that bound it, `YYYY-MM-DD`; null where open. */
export interface DateValue {
  readonly edtf: string
  readonly min: string | null
  readonly max: string | null
}

/** A time expression and what it points at. */
export interface TimeExpression extends FieldSpan {
  readonly value: DateValue
  /** Whether the words give the whole date, or the date of publication was needed. */
  readonly basis: 'stated' | 'inferred'
  /** The sentence it stands in. */
  readonly sentence: Span
  readonly ruleId: string
}

export interface Evidence {
  readonly ruleId: string
  readonly span: FieldSpan | null
  readonly text: string
  readonly says: string
}

/** When the article was published, and what that rests on. */
export interface Publication {
  readonly value: DateValue | null
  readonly basis: PublishedBasis | null
  readonly evidence: readonly Evidence[]
}

/** Somebody who speaks or acts, as one mention in the text names them and as the article knows them. */
export interface Party {
  /** As fully as the article ever names them. */
  readonly name: string
  readonly type: SpeakerType
  readonly role: string | null
  readonly countryCode: string | null
}

export interface Quote {
  readonly kind: QuoteKind
  /** The reported words. */
  readonly content: FieldSpan
  readonly cue: (Span & { readonly lemma: string; readonly class: CueClass }) | null
  readonly speaker: Party | null
  /** The words that name the speaker, in the same field as the content. */
  readonly mention: Span | null
  readonly via: string | null
  readonly venue: string | null
  readonly addressee: string | null
  readonly said: DateValue | null
  readonly attribution: Attribution
  readonly confidence: number
  readonly ruleId: string
}

export interface Actor extends Party {
  readonly part: ActorPart
}

export interface Event {
  readonly type: EventType
  readonly mode: string | null
  readonly status: EventStatus
  readonly trigger: FieldSpan
  readonly sentence: Span
  readonly actors: readonly Actor[]
  readonly place: { readonly name: string; readonly countryCode: string | null } | null
  readonly occurred: { readonly value: DateValue; readonly basis: 'stated' | 'inferred' } | null
  /** Place among the quotes of the quote that asserts it. */
  readonly quote: number | null
  readonly confidence: number
  readonly ruleId: string
}

/** Everything that extraction found in one article; each list in the order of the text, the title before the body. */
export interface Findings {
  readonly publication: Publication
  readonly times: readonly TimeExpression[]
  /** For each comment of the article, when it was posted; null where that cannot be told. */
  readonly posted: readonly (DateValue | null)[]
  readonly quotes: readonly Quote[]
  readonly events: readonly Event[]
}
