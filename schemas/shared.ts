import { code, int32, optional, required, string } from './column.ts'
import { spanFields } from './vocabularies.ts'

/** Columns that stand in several tables and mean the same thing in each. */

export const articleId = required(
  string,
  'Article: from its canonical URL, or else from source_key and its place in the document',
  'a_5f0c3b1e9d2a4c67',
)

export const revision = required(
  string,
  'Which state of the object was read; later states compare greater as strings (S3 sequencer padded, or modification time on disk)',
  '00001679923456789000',
)

export const pipelineVersion = required(
  int32,
  'Version of the rules that made the row; a higher one replaces a lower',
  1,
)

export const sourceKey = required(
  string,
  'Path of the object below the inbox, separated by /, in Unicode NFC',
  '2023/04/talks.txt',
)

export const spanField = required(code(spanFields), 'Which column of articles the offsets count in', 'body')

export const confidence = (what: string) =>
  ({
    type: { kind: 'double' },
    meaning: `Probability that ${what}, 0 to 1, calibrated on annotated articles`,
    example: 0.93,
  }) as const

export const ruleId = required(
  string,
  'The rule that made the row, as listed in docs/rules.md',
  'ar/quote/verb-complementiser',
)

export const edtf = (what: string, nullMeans: string) =>
  optional(string, `${what}, as an EDTF date (ISO 8601-2)`, nullMeans, '2023-04-03/2023-04-04')

export const countryCode = (whose: string) =>
  optional(string, `Country of ${whose}, ISO 3166-1 alpha-2`, 'none is stated or known', 'TR')
