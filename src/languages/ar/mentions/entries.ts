/** What the lexicon of mentions says of a term. */
import type { Count, Gender } from '../../../extract/mentions/mention.ts'
import type { NounForm } from '../nouns.ts'

/**
 * What a head noun is: an `office` (وزير), an `official` (مسؤول: a source when nobody names him), a `person` by what he is
 * or does (خبير، متظاهر), `kin` (نجل), an `organization` (وزارة), a `medium` (صحيفة), a `place` (مدينة), a `source`
 * (مصدر), a `document` (بيان).
 */
export type NounKind =
  | 'office'
  | 'official'
  | 'person'
  | 'kin'
  | 'organization'
  | 'medium'
  | 'place'
  | 'source'
  | 'document'

export interface Noun extends Omit<NounForm, 'form'> {
  readonly kind: NounKind
  /** Folded dictionary form, which «الوزيرة» and «الوزراء» share with «وزير». */
  readonly lemma: string
  readonly country: string | null
  /** Points back by itself: «سموه». */
  readonly anaphor: boolean
  /**
   * What must follow for it to head a mention: the adjective of a country («الدفاع الروسية» is the ministry, «الدفاع» is
   * not), any adjective («شاهد فلسطيني», since «شاهد» is a verb), any complement («صاحب المتجر»).
   */
  readonly needs: 'nisba' | 'adjective' | 'complement' | null
}

/** A proper name that needs no context. */
export interface Proper {
  readonly kind: 'country' | 'capital' | 'city' | 'organization' | 'medium' | 'people'
  /** As it is published: the country for its capital, «الحوثيون» for «الحوثيين». */
  readonly name: string
  /** What all names of one party have in common, folded. */
  readonly key: string
  /** The folded noun by which it is spoken of later: «المنظمة», «الصحيفة». */
  readonly head: string | null
  readonly country: string | null
  readonly gender: Gender
  readonly count: Count
  /** Also a common word: it counts only after a head noun, a preposition of place or in quotation marks. */
  readonly ambiguous: boolean
}

export interface Entry {
  readonly noun?: Noun
  /** Stands before a name: «الدكتور», «سمو الأمير». */
  readonly title?: Gender
  readonly proper?: Proper
  /** Stands before people and says how many: «عدد من», «أحد». */
  readonly quantifier?: string
  /** A group without a head to read further from: «شهود عيان», «البعض». */
  readonly group?: string
}
