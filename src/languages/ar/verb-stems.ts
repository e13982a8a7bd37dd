/**
 * The stems of Arabic verbs: what the endings of a paradigm attach to, for sound, doubled, hollow, weak-final and hamzated
 * verbs. Everything is worked out of two written forms, «قال» and «يقول»; texts carry no vowels, so only letters count.
 * Source: the classes of any reference grammar (Wright, part second; Ryding, chapters 22–31).
 */

/** What a verb's written forms tell of its class. */
export interface Shape {
  readonly perfect: string
  /** The imperfect without its prefix: «قول» for «يقول». */
  readonly stem: string
  readonly hollow: boolean
  readonly doubled: boolean
  /** Derived patterns (II–X) take their participle from the imperfect; the first takes «فاعل». */
  readonly derived: boolean
}

const SHADDA = '\u0651'
const MARKS = /[\u064B-\u0652\u0670\u0640]/gu
const LONG_VOWEL = /[اويى]/u

/** A word without its vowel signs. */
export const bare = (word: string): string => word.normalize('NFC').replace(MARKS, '')

/** Reads the class of a verb. A shadda in the lemma tells pattern II («حذّر») and doubled roots («استمرّ») from their twins. */
export function shapeOf(lemma: string, imperfect: string): Shape {
  const perfect = bare(lemma)
  const stem = bare(imperfect).slice(1)
  const shaddaAt = [...lemma.normalize('NFC')].indexOf(SHADDA)
  const marked = shaddaAt >= 0 && shaddaAt === [...lemma.normalize('NFC')].length - 1
  return {
    perfect,
    stem,
    hollow: isHollow(perfect, stem),
    doubled: marked || isDoubled(perfect, stem),
    derived:
      perfect.length > 3 ||
      perfect.startsWith('آ') ||
      (shaddaAt >= 0 && !marked) ||
      /^أ..$/u.test(perfect) !== /^أ..$/u.test(stem),
  }
}

/** «قال يقول», «أشار يشير», «اختار يختار», «استقال يستقيل», but neither «قاتل يقاتل» nor «تعاون». */
function isHollow(perfect: string, stem: string): boolean {
  if (perfect.at(-2) !== 'ا' || LONG_VOWEL.test(perfect.at(-1) as string)) return false
  if (!LONG_VOWEL.test(stem.at(-2) ?? '')) return false
  return perfect.length === 3 || /^(?:أ.|ا.[تطد]|ان.|ازد|است.)ا.$/u.test(perfect)
}

/** «شن», «أصر يصر», «احتج», «انضم», «اضطر». */
function isDoubled(perfect: string, stem: string): boolean {
  if (LONG_VOWEL.test(perfect.at(-1) as string)) return false
  if (perfect.length === 2) return true
  if (/^أ..$/u.test(perfect) && stem.length === 2) return true
  return /^ا(?:.[تط]|ن.)[^اوىي]$/u.test(perfect)
}

/** The four stems of the perfect. */
export interface PerfectStems {
  /** Third person masculine singular: «دعا». */
  readonly plain: string
  /** Before ـت and ـتا: «دع» of «دعت». */
  readonly feminine: string
  /** Before the ـا of the dual: «دعو» of «دعوا». */
  readonly dual: string
  /** Before ـوا: both spellings where the hamza has two. */
  readonly plural: readonly string[]
  /** Before endings that begin with a consonant: «دعو» of «دعونا». */
  readonly consonant: string
}

export function perfectStems({ perfect, stem, hollow, doubled }: Shape): PerfectStems {
  const cut = perfect.slice(0, -1)
  const last = perfect.at(-1)
  const same = { plain: perfect, feminine: perfect, dual: perfect, plural: [perfect], consonant: perfect }
  if (last === 'ى') return { ...same, feminine: cut, dual: `${cut}ي`, plural: [cut], consonant: `${cut}ي` }
  if (last === 'ا') {
    const glide = stem.endsWith('و') ? 'و' : 'ي'
    return { ...same, feminine: cut, dual: cut + glide, plural: [cut], consonant: cut + glide }
  }
  if (last === 'ي') return { ...same, plural: [cut] }
  if (last === 'أ') return { ...same, plural: [perfect, `${cut}ؤ`] }
  if (last === 'ء' && hollow) {
    const seat = perfect.length > 3 ? 'أ' : stem.includes('و') ? 'ؤ' : 'ئ'
    return { ...same, plural: [perfect, `${cut}ؤ`], consonant: perfect.slice(0, -2) + seat }
  }
  if (hollow) return { ...same, consonant: perfect.slice(0, -2) + last }
  if (doubled) return { ...same, consonant: perfect + last }
  return same
}

/** The stems of the imperfect, without prefix. */
export interface ImperfectStems {
  readonly plain: string
  /** Before ـان and ـا. */
  readonly dual: string
  /** Before ـون and ـوا. */
  readonly plural: readonly string[]
  /** Before the ـن of the feminine plural. */
  readonly consonant: string
  /** The short form after لم; null where it is written like the long one. */
  readonly short: string | null
}

export function imperfectStems({ stem, hollow, doubled }: Shape): ImperfectStems {
  const cut = stem.slice(0, -1)
  const last = stem.at(-1)
  const same = { plain: stem, dual: stem, plural: [stem], consonant: stem, short: null }
  if (last === 'ي') return { ...same, plural: [cut], short: cut }
  if (last === 'و') return { ...same, plural: [cut], short: cut }
  if (last === 'ى' || last === 'ا') return { ...same, dual: `${cut}ي`, plural: [cut], consonant: `${cut}ي`, short: cut }
  if (last === 'أ') return { ...same, plural: [stem, `${cut}ؤ`] }
  if (last === 'ء') {
    const seat = cut.endsWith('ي') ? 'ئ' : 'ؤ'
    const dual = seat === 'ئ' ? `${cut}ئ` : stem
    return { ...same, dual, plural: [cut + seat], consonant: `${stem.slice(0, -2)}ئ`, short: `${stem.slice(0, -2)}ئ` }
  }
  if (hollow) {
    const short = stem.slice(0, -2) + last
    return { ...same, consonant: short, short }
  }
  if (doubled) return { ...same, consonant: stem + last }
  return same
}

/** The passive of the perfect where it is written otherwise than the active: «أصيب», «نفي», «حوصر»; else null. */
export function passivePerfect({ perfect, hollow, derived }: Shape): string | null {
  const last = perfect.at(-1)
  if (hollow) return `${perfect.slice(0, -2)}ي${last}`
  const head = /^(ت?.)ا(..)$/u.exec(perfect)
  if (head && derived) return `${head[1]}و${(head[2] as string).replace(/[ىا]$/u, 'ي')}`
  if (last === 'ى' || last === 'ا') return `${perfect.slice(0, -1)}ي`
  return null
}

/** The passive of the imperfect stem where it is written otherwise: «صاب» of «يصاب», «نفى» of «ينفى»; else null. */
export function passiveImperfect({ perfect, stem, hollow, derived }: Shape): string | null {
  const last = stem.at(-1) as string
  if (hollow && /[وي]/u.test(stem.at(-2) as string)) return `${stem.slice(0, -2)}ا${last}`
  const weak = /[وي]$/u.test(stem) ? `${stem.slice(0, -1)}ى` : null
  if (derived) return weak
  if (perfect.startsWith('و') && stem.length === 2) return `و${weak ?? stem}`
  if (stem.startsWith('أ')) return `ؤ${(weak ?? stem).slice(1)}`
  return weak
}
