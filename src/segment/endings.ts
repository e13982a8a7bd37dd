/** How a line ends: what tells a sentence from a heading. */

/**
 * `stop`: a full stop; `question` and `soft` (exclamation mark, ellipsis): marks that end headlines as well as sentences;
 * `open`: no mark at all.
 */
export type Ending = 'stop' | 'question' | 'soft' | 'colon' | 'comma' | 'open'

/** Marks that stand behind the mark that counts, with white space and direction marks. */
const BEHIND = /[\s\p{Cf}"'”“„»«›‹)\]}*]/u
const ENDINGS: Readonly<Record<string, Ending>> = {
  '.': 'stop',
  '۔': 'stop',
  '。': 'stop',
  '?': 'question',
  '؟': 'question',
  '!': 'soft',
  '…': 'soft',
  ':': 'colon',
  ',': 'comma',
  '،': 'comma',
  ';': 'comma',
  '؛': 'comma',
}

/** The mark that ends a line, looked for behind closing quotation marks and brackets. */
export function endingOf(text: string): Ending {
  let at = text.length - 1
  while (at >= 0 && BEHIND.test(text[at] as string)) at--
  if (text[at] === '.' && text[at - 1] === '.') return 'soft'
  return ENDINGS[text[at] ?? ''] ?? 'open'
}
