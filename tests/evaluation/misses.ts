/**
 * The commonest errors on annotated articles, each shown by a sentence written for the purpose. A test holds that each is still
 * an error: whoever mends one takes it off this list, which may only shrink.
 */
export interface Miss {
  readonly kind: string
  /** What a reader sees and the rules do not. */
  readonly says: string
  readonly text: string
  /** Words of the quote that is not found. */
  readonly quote: string
}

/** Quotes that are not found, the commonest kinds first. */
export const misses: readonly Miss[] = [
  {
    kind: 'Speech that goes on',
    says: 'indirect speech that runs on in the next sentence without a cue',
    text: 'قال وزير النقل سامر البدري إن الجسر سيفتح غدا. الأعمال انتهت قبل موعدها، والكلفة أقل من المقدر.',
    quote: 'الأعمال انتهت قبل موعدها',
  },
  {
    kind: 'Pictures',
    says: 'what somebody likens a thing to, without quotation marks',
    text: 'وشبه وزير النقل سامر البدري الموازنة بسفينة تغرق في عرض البحر.',
    quote: 'بسفينة تغرق',
  },
  {
    kind: 'Attribution behind a clause',
    says: 'a clause that «هكذا يرى …» attributes after the fact',
    text: 'الأزمة ستطول أكثر مما يظن الناس، هكذا يرى خبراء المياه في المدينة.',
    quote: 'الأزمة ستطول',
  },
  {
    kind: 'Proposals',
    says: 'what a proposal of somebody provides for',
    text: 'ويقضي المقترح، الذي تقدمت به وزيرة الصحة هدى الراوي، بخفض الرسوم إلى النصف.',
    quote: 'خفض الرسوم',
  },
]
