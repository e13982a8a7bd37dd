/** What a page says about when an article was published, line by line; the dates themselves are read later. */
import type { PublicationLine } from '../types.ts'
import type { Label } from './grammar.ts'
import type { Role, RoleLine } from './roles.ts'
import { stampAtEnd } from './stamps.ts'
import type { Vocabulary } from './vocabulary.ts'

/** Lines that may end in the date of publication. */
const STAMPED: ReadonlySet<Role> = new Set<Role>(['stamp', 'author', 'text', 'translator', 'source'])

interface Piece {
  readonly start: number
  readonly label: 'published' | 'updated' | null
}

/** The statements of one line: «published … | updated …» are two. Without `bare`, only those with a label count. */
export function publicationLines(line: RoleLine, bare: boolean, vocabulary: Vocabulary): readonly PublicationLine[] {
  const { role, stamp, text } = line
  const isStamped = stamp !== null && (stamp.kind === 'date' || stamp.kind === 'age')
  if (role !== 'published' && role !== 'updated' && !(isStamped && STAMPED.has(role))) return []
  const pieces = cutAtLabels(line, vocabulary)
  return pieces.flatMap(({ start, label }, i): readonly PublicationLine[] => {
    if (label === null && !bare) return []
    const piece = text
      .slice(start, pieces[i + 1]?.start ?? text.length)
      .replace(/[\s|·•–—-]{1,20}$/u, '')
      .trim()
    const tokens = vocabulary.read(piece)
    const kind = stampAtEnd(tokens, vocabulary)?.kind
    if (kind !== 'date' && kind !== 'age' && !(label && tokens.some(token => token.kind === 'number'))) return []
    return [{ text: piece, kind: label ?? 'published' }]
  })
}

/** Where the phrases of publication stand in a line. A date before the first of them is a piece without a label. */
function cutAtLabels({ words, tokens }: RoleLine, { phrases }: Vocabulary): readonly Piece[] {
  const pieces: Piece[] = []
  for (let at = 0; at < words.length; ) {
    const hit = phrases.opens.find(words, at)
    const label = hit ? labelIn(hit.value) : null
    // «published on … published»: a label that follows itself says the same thing again.
    if (label && pieces.at(-1)?.label !== label) pieces.push({ start: words[at]?.start ?? 0, label })
    at += label && hit ? hit.length : 1
  }
  const [first] = pieces
  const isDatedBefore = tokens.some(({ kind, end }) => kind === 'number' && (!first || end <= first.start))
  if (!first || isDatedBefore) return [{ start: 0, label: null }, ...pieces]
  return [{ start: 0, label: first.label }, ...pieces.slice(1)]
}

function labelIn(labels: ReadonlySet<Label>): 'published' | 'updated' | null {
  return labels.has('updated') ? 'updated' : labels.has('published') ? 'published' : null
}
