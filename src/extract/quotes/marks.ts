/**
 * Pairs of quotation marks. Real newsrooms swap marks, forget the closing one, open twice and write one mark for both sides;
 * so every mark's part is chosen together with its line's other marks, at the least cost. Linear in the text.
 */
import type { Passage, TokenRange } from '../text/passage.ts'
import {
  type MarkFamily,
  type MarkToken,
  markTokens,
  openingShares,
  type Surroundings,
  surroundings,
} from './mark-tokens.ts'

/** What stands between two marks. `first` and `last` bound the words inside. */
export interface Marked extends TokenRange {
  readonly family: MarkFamily
  /** Token of the opening mark. */
  readonly opener: number
  /** Token after the closing mark, or after the last token of the line when it is never closed. */
  readonly end: number
  readonly closed: boolean
  /** Line in which it stands. */
  readonly line: number
}

interface Weighed extends MarkToken {
  readonly around: Surroundings
}

const STRAY = 3.3
const UNCLOSED = 2
const EMPTY = 2
/** For each stretch around it. */
const NESTED = 0.5
/** How many stretches of a family can stand inside one another. */
const DEPTH: Readonly<Record<MarkFamily, number>> = {
  angle: 2,
  double: 2,
  single: 1,
  narrow: 1,
  paren: 1,
  brace: 1,
  round: 1,
}

/** The marked stretches of all passages of one article, each passage's in the order of their opening marks. */
export function readMarks(
  passages: readonly Passage[],
  proclitics: ReadonlySet<string>,
): ReadonlyMap<Passage, readonly Marked[]> {
  const weighed = passages.map(passage =>
    passage.lines.map(line =>
      markTokens(passage, line.first, line.last).map(
        (mark): Weighed => ({ ...mark, around: surroundings(passage, mark, line, proclitics) }),
      ),
    ),
  )
  const shares = openingShares(weighed.flat(2))
  return new Map(
    passages.map((passage, p) => {
      const perLine = passage.lines.map(({ last }, line) => {
        const marks = (weighed[p] as Weighed[][])[line] as Weighed[]
        const families = [...new Set(marks.map(({ family }) => family))]
        const pairs = families.flatMap(family =>
          pairFamily(
            marks.filter(mark => mark.family === family),
            shares,
            last,
            line,
          ),
        )
        return withoutCrossings(pairs.sort((a, b) => a.opener - b.opener))
      })
      return [passage, continued(perLine, passage)] as const
    }),
  )
}

type Part = 'open' | 'close' | 'stray'

interface Step {
  readonly cost: number
  readonly part: Part | null
  readonly before: Step | null
  readonly depth: number
  /** Whether the mark just read was an opening one. */
  readonly fresh: boolean
}

function pairFamily(
  marks: readonly Weighed[],
  shares: ReadonlyMap<string, number>,
  lineEnd: number,
  line: number,
): readonly Marked[] {
  const parts = cheapestParts(marks, shares)
  const pairs: Marked[] = []
  const open: MarkToken[] = []
  const push = (opener: MarkToken, last: number, end: number, closed: boolean) => {
    const first = opener.at + opener.width
    if (first < last) pairs.push({ family: opener.family, opener: opener.at, first, last, end, closed, line })
  }
  marks.forEach((mark, i) => {
    if (parts[i] === 'open') open.push(mark)
    else if (parts[i] === 'close') push(open.pop() as MarkToken, mark.at, mark.at + mark.width, true)
  })
  // A single quotation mark that nothing closes is an apostrophe or a prime.
  for (const opener of open) if (opener.family !== 'single') push(opener, lineEnd, lineEnd, false)
  return pairs
}

function cheapestParts(marks: readonly Weighed[], shares: ReadonlyMap<string, number>): readonly Part[] {
  const first = marks[0]
  if (!first) return []
  const deepest = DEPTH[first.family]
  let states: (Step | null)[] = [{ cost: 0, part: null, before: null, depth: 0, fresh: false }]
  for (const { form, around } of marks) {
    const share = shares.get(form) as number
    const opening = around.opening - Math.log(share)
    const closing = around.closing - Math.log(1 - share)
    const next: (Step | null)[] = new Array(deepest + 1).fill(null)
    const offer = (before: Step, part: Part, depth: number, cost: number) => {
      const best = next[depth]
      if (!best || before.cost + cost < best.cost) {
        next[depth] = { cost: before.cost + cost, part, before, depth, fresh: part === 'open' }
      }
    }
    for (const state of states) {
      if (!state) continue
      const { depth, fresh } = state
      if (depth < deepest) offer(state, 'open', depth + 1, opening + NESTED * depth)
      if (depth > 0) offer(state, 'close', depth - 1, closing + (fresh ? EMPTY * (around.closing > 0 ? 1 : 0) : 0))
      offer(state, 'stray', depth, STRAY)
    }
    states = next
  }
  let best: Step | null = null
  for (const state of states) {
    if (!state) continue
    const cost = state.cost + state.depth * UNCLOSED
    if (!best || cost < best.cost + best.depth * UNCLOSED) best = state
  }
  const parts: Part[] = []
  for (let step = best; step?.part; step = step.before) parts.push(step.part)
  return parts.reverse()
}

/**
 * Speech over several paragraphs opens each with a mark and closes the last: a stretch that nothing closes goes on in the next
 * line when this one begins with a mark of its family.
 */
function continued(perLine: readonly (readonly Marked[])[], { lines }: Passage): readonly Marked[] {
  const all: Marked[] = []
  let open: Marked | null = null
  perLine.forEach((stretches, i) => {
    const [first, ...rest] = stretches
    let here: readonly Marked[] = stretches
    if (open && first?.family === open.family && first.opener === lines[i]?.first) {
      here = [{ ...open, last: first.last, end: first.end, closed: first.closed }, ...rest]
    } else if (open) all.push(open)
    open = here.findLast(({ closed }) => !closed) ?? null
    all.push(...here.filter(stretch => stretch !== open))
  })
  if (open) all.push(open)
  return all.sort((a, b) => a.opener - b.opener)
}

/** Of two stretches that cross, the one that was never closed goes, or else the later one. In order of opening marks. */
function withoutCrossings(pairs: readonly Marked[]): readonly Marked[] {
  const kept: Marked[] = []
  const around: Marked[] = []
  for (const pair of pairs) {
    while (around.length > 0 && (around.at(-1) as Marked).end <= pair.opener) around.pop()
    const outer = around.at(-1)
    if (outer && pair.end > outer.end) continue
    if (outer && !outer.closed && !pair.closed) continue
    kept.push(pair)
    around.push(pair)
  }
  return kept
}
