/** What segmentation must know of a language: how pages in it are furnished. The segmenter names no language. */
import type { FoldCharacter } from '../extract/text/fold.ts'

/** What a phrase says about the line it stands in. */
export const labels = [
  /** Menus, share bars, tools, counters: never part of an article. */
  'menu',
  'ad',
  /** Links to other articles, inside or below the body. */
  'related',
  /** «list 1 of 3», «end of list»: marks that screen readers get around a list of links. */
  'listMark',
  /** Most read, more from this section, about the author: what follows the article. */
  'tail',
  /** «Skip this and continue reading», and where what is skipped ends. */
  'skipLink',
  'skipEnd',
  /** Copyright, privacy, cookies, disclaimers. */
  'legal',
  'tags',
  /** Breaking news above the article. */
  'ticker',
  'endMark',
  /** What somebody is: «writer and researcher». */
  'bio',
  'author',
  'translator',
  'source',
  'caption',
  'published',
  'updated',
  'comments',
  'commentsClosed',
  'commentsNone',
  /** Forms, sorting and invitations around comments. */
  'commentForm',
  'reply',
  'like',
  'dislike',
  /** Other controls of a comment. */
  'report',
  'replyTo',
  'commentAuthor',
  'commentDate',
  'commentText',
  /** Beside the author of a comment: «moderator». */
  'badge',
  /** Words of consent dialogues; alone they make no line furniture. */
  'consent',
  /** Error pages, robot checks. */
  'notFound',
] as const
export type Label = (typeof labels)[number]

/** Phrases as pages write them. Case, vowel signs and letter variants do not matter, nor do digits and marks among the words. */
export interface Phrases {
  /** The line is this phrase, or this and other phrases like it. */
  readonly is?: readonly string[]
  /** The line begins with it. */
  readonly opens?: readonly string[]
  /** It stands anywhere in the line. */
  readonly has?: readonly string[]
}

export interface PageWords {
  readonly labels: Readonly<Record<Label, Phrases>>
  /** Phrases that state a number of comments without a digit. */
  readonly commentCounts: Readonly<Record<string, number>>
  readonly months: readonly string[]
  /** Other words of which lines with dates consist. */
  readonly dateWords: readonly string[]
  /** Words beside which a number and a unit are an age: «since», «ago». */
  readonly agoWords: readonly string[]
  /** Units of ages, with the number words beside them. */
  readonly agoUnits: readonly string[]
  /** Words of ages without a number: «just now», «yesterday». */
  readonly agoAlone: readonly string[]
  /** «says», after or before the author of a comment. */
  readonly says: readonly string[]
  /** Words beside the author of a comment: «guest». */
  readonly guests: readonly string[]
  /** Name, then the forms in which it is written. */
  readonly agencies: readonly (readonly string[])[]
  /** Words by which a text credits an agency. */
  readonly creditCues: readonly string[]
  /** Words in brackets at the end of a caption. */
  readonly captionCredits: readonly string[]
  /** Words in brackets at the end of a headline. */
  readonly titleNotes: readonly string[]
  /** Words before which a name in a byline ends. */
  readonly nameEnds: readonly string[]
  /** Words before a name that are not part of it. */
  readonly nameTitles: readonly string[]
  /** Words between two names. */
  readonly nameSeparators: readonly string[]
  /** Words for «and» that are written together with the word they precede. */
  readonly nameJoiners: readonly string[]
  /** Names that begin with such a word and are whole. */
  readonly joinedNames: readonly string[]
  /** Words with which sentences of a running text begin, and headings hardly ever. */
  readonly sentenceOpeners: readonly string[]
  /** Words with which a lead begins, and headlines hardly ever. */
  readonly leadOpeners: readonly string[]
  /** Words beside the number of a printed issue. */
  readonly issueWords: readonly string[]
  /** Words with which names of outlets begin or end. */
  readonly outletWords: readonly string[]
  /** Words with which the line above a headline begins, more often than headlines. */
  readonly kickerOpeners: readonly string[]
  /** «Q», «A»: marks of the turns of an interview. */
  readonly interviewTurns: readonly string[]
  /** Cities that stand in datelines. */
  readonly places: readonly string[]
  /** The commonest words, by which the language is told. */
  readonly stopWords: readonly string[]
  /** The commonest words of languages in the same script that have no pack. */
  readonly neighbours: Readonly<Record<string, readonly string[]>>
  /** Letters of the script that this language does not use. */
  readonly foreignLetters: string
}

export interface PageGrammar {
  /** BCP 47 tag. */
  readonly language: string
  /** Unicode name of its script. */
  readonly script: string
  readonly foldCharacter: FoldCharacter
  /** The folded spellings of a term. */
  readonly spellings: (term: string) => readonly string[]
  readonly words: PageWords
}
