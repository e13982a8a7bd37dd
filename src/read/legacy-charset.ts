/**
 * 8-bit encodings told apart by their bytes. In Arabic the bytes above ASCII stand together in words; in Western languages they
 * stand alone between ASCII letters. Which Arabic encoding it is shows in the frequencies of the letters. Other scripts are
 * left to the `chardet` package, whose n-gram models need more text than a headline and take short Western text for Japanese.
 */
import { analyse } from 'chardet'
import { decode } from './decode.ts'

/** Letters of Arabic news prose with their shares per thousand, counted on reports of several outlets. */
const SHARES =
  'ا 150 ل 108 ي 79 م 62 و 58 ن 52 ر 49 ت 49 ع 34 ب 33 ة 31 د 31 ق 27 س 27 ف 23 أ 22 ح 19 ه 18 ك 18 ج 14 ش 11 ' +
  'إ 9 ط 9 ص 8 خ 8 ى 8 ض 7 ث 6 ز 6 ذ 5 ئ 5 ء 4 غ 3 ظ 3 ؤ 2 آ 1 ـ 1 ، 9 ؛ 1 ؟ 1'
const LOG_SHARE: ReadonlyMap<string, number> = new Map(
  [...SHARES.matchAll(/(\S) (\d+)/gu)].map(([, letter, share]) => [letter as string, Math.log(Number(share) / 1000)]),
)
/** Marks that Arabic pages share with Western ones: they speak for no encoding. */
const NEUTRAL = /[\u2010-\u203A\u00A0«»…°©®×÷\u064B-\u0652\u200C-\u200F]/u
/** What a character counts that no Arabic prose holds, against the natural logarithm of a letter's share. */
const FOREIGN = Math.log(1 / 100_000)
/** Mean below which a text is not Arabic in the encoding tried; prose has −3, other scripts read as Arabic below −5. */
const ARABIC_MEAN = -4.5

/** The encoding of 8-bit text, by its WHATWG name. Without evidence it is windows-1252, as browsers have it. */
export function legacyCharset(bytes: Uint8Array): string {
  if (!standTogether(bytes)) return 'windows-1252'
  const [best, second] = (['windows-1256', 'iso-8859-6'] as const)
    .map(name => ({ name, mean: arabicMean(decode(bytes, name)) }))
    .sort((a, b) => b.mean - a.mean)
  if (best && second && best.mean >= ARABIC_MEAN) return best.mean === second.mean ? 'windows-1256' : best.name
  for (const { name } of analyse(bytes)) {
    if (/^(?:UTF|ASCII|ISO-8859-1$)/i.test(name)) continue
    try {
      return new TextDecoder(name).encoding
    } catch {
      // An encoding that the platform cannot decode is no answer.
    }
  }
  return 'windows-1252'
}

/** Whether most bytes above ASCII have a neighbour above ASCII. Punctuation of the windows pages (0x80–0xBF) is left out. */
function standTogether(bytes: Uint8Array): boolean {
  let together = 0
  let alone = 0
  for (let i = 0; i < bytes.length; i++) {
    if ((bytes[i] as number) < 0xc0) continue
    if ((bytes[i - 1] ?? 0) >= 0xc0 || (bytes[i + 1] ?? 0) >= 0xc0) together++
    else alone++
  }
  return together > alone
}

/** Mean logarithm of the frequency of each character above ASCII. */
function arabicMean(text: string): number {
  let sum = 0
  let count = 0
  for (const character of text) {
    if (character <= '\u007F' || NEUTRAL.test(character)) continue
    sum += LOG_SHARE.get(character) ?? FOREIGN
    count++
  }
  return count === 0 ? FOREIGN : sum / count
}
