/** Captions of pictures that end in a credit: «… in the harbour. (Photo: Name)», «… yesterday (AFP)», «… (the site's name)». */
import type { Token } from '../extract/text/tokens.ts'
import { agencyNamed } from './names.ts'
import type { RoleLine } from './roles.ts'
import { type Vocabulary, wordsOf } from './vocabulary.ts'

const CREDIT = /[([]([^()[\]]{2,60})[)\]][\s.]{0,3}$/u
/** Characters at the end of a line among which its credit stands. */
const TAIL = 80
const CAPTION_WORDS = 40
/** Longer lines that end in an agency are paragraphs of a report that credits it. */
const AGENCY_CAPTION_WORDS = 25
/** Words of a line that may be the name of the site, and the words of the name in a credit. */
const BRAND_WORDS = 6
const NAME_WORDS = 3

/** The lines, those with a credit of a picture at their end marked as captions. */
export function markCaptions(lines: readonly RoleLine[], vocabulary: Vocabulary): readonly RoleLine[] {
  const brand = brandOf(lines)
  return lines.map((line, at) => {
    const above = lines[at - 1]
    const isLabelled = above?.role === 'caption' && above.whole && line.gap === 0 && line.role === 'text'
    return isLabelled || isCredited(line, brand, vocabulary) ? { ...line, role: 'caption' } : line
  })
}

/** Words of the short lines at the top of the page and of its legal notices: among them is the name of the site. */
function brandOf(lines: readonly RoleLine[]): ReadonlySet<string> {
  const top = lines.slice(0, BRAND_WORDS).filter(({ role, wordCount }) => role === 'text' && wordCount <= BRAND_WORDS)
  const legal = lines.filter(({ role, wordCount }) => role === 'legal' && wordCount <= 3 * BRAND_WORDS)
  return new Set([...top, ...legal].flatMap(({ words }) => words.map(({ form }) => form)))
}

function isCredited({ role, text, wordCount }: RoleLine, brand: ReadonlySet<string>, vocabulary: Vocabulary): boolean {
  if ((role !== 'text' && role !== 'prose') || wordCount > CAPTION_WORDS) return false
  const credit = CREDIT.exec(text.slice(-TAIL))?.[1]
  if (credit === undefined) return false
  const words = wordsOf(vocabulary.read(credit))
  if (vocabulary.listed('titleNotes', words, 0) === words.length) return false
  if (words.some((_, at) => vocabulary.listed('captionCredits', words, at) > 0)) return true
  if (wordCount > AGENCY_CAPTION_WORDS) return false
  return agencyNamed(credit, vocabulary) !== null || isBrand(words, brand)
}

const isBrand = (words: readonly Token[], brand: ReadonlySet<string>) =>
  words.length > 0 && words.length <= NAME_WORDS && words.every(({ form }) => brand.has(form))
