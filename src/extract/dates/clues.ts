/** What the time expressions of an article say of the day on which it was published. */
import type { Passage } from '../text/passage.ts'
import { agreementClues } from './agreements.ts'
import type { Clue, Found } from './clue.ts'
import { deicticClues } from './deictics.ts'
import { elapsedClues } from './elapsed.ts'
import type { DateGrammar } from './grammar.ts'
import { placementClues, withoutClashes } from './placements.ts'

/** More clues than any article has; a list of dates must not cost more than an article. */
const MOST_CLUES = 100

/**
 * The clues of an article, strongest first, of one tier in the order of the text; what several say is kept once. Speech in
 * quotation marks is left out: what is today for a speaker may be yesterday for the article.
 */
export function readClues(
  found: readonly Found[],
  passages: readonly Passage[],
  grammar: DateGrammar,
): readonly Clue[] {
  const quoted = new Map(passages.map(passage => [passage, quotedTokens(passage)]))
  const told = found.filter(({ passage, token }) => quoted.get(passage)?.[token] === 0)
  const clues = [
    ...told.flatMap((expression, at) => deicticClues(expression, told[at + 1], grammar)),
    ...withoutClashes(told.flatMap(placementClues)),
    ...agreementClues(told),
    ...passages.flatMap(passage => elapsedClues(passage, grammar)),
  ]
  const distinct = new Map(clues.map(clue => [clue.evidence.says, clue] as const).reverse())
  return [...distinct.values()]
    .reverse()
    .sort((a, b) => a.tier - b.tier)
    .slice(0, MOST_CLUES)
}

const OPENING = new Set(['«', '“', '„', '‹'])
const CLOSING = new Set(['»', '”', '›'])

/** For each token of a passage, whether quotation marks that open in its sentence enclose it. */
function quotedTokens({ tokens, sentenceOf }: Passage): Uint8Array {
  const quoted = new Uint8Array(tokens.length)
  let open = 0
  tokens.forEach(({ form }, at) => {
    if (sentenceOf[at] !== sentenceOf[at - 1]) open = 0
    if (OPENING.has(form)) open = 1
    else if (CLOSING.has(form)) open = 0
    else if (form === '"') open = 1 - open
    quoted[at] = open
  })
  return quoted
}
