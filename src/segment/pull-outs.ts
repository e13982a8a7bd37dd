/** Pull-outs: sentences of the body that the page shows again in large type, and paragraphs that it shows twice. */
import type { RoleLine } from './roles.ts'
import { keyOf } from './title-candidates.ts'

/** Words that stand together in both places. */
const RUN = 5
const MIN_WORDS = 6
const MAX_WORDS = 40

/** For each line, whether all its words stand in another line, run by run. */
export function findPullOuts(lines: readonly RoleLine[]): readonly boolean[] {
  const owners = new Map<string, readonly [first: number, second: number]>()
  const runs = lines.map(({ text }) => runsOf(text))
  runs.forEach((list, at) => {
    for (const run of list) {
      const owner = owners.get(run)
      if (!owner) owners.set(run, [at, -1])
      else if (owner[0] !== at && owner[1] < 0) owners.set(run, [owner[0], at])
    }
  })
  return lines.map((line, at) => {
    const list = runs[at] as readonly string[]
    if (line.wordCount < MIN_WORDS || list.length === 0) return false
    const others = list.map(run => {
      const [first, second] = owners.get(run) as readonly [number, number]
      return first === at ? second : first
    })
    if (others.some(other => other < 0)) return false
    // A paragraph that stands twice is kept where it stands first.
    const isTwin = others.every(other => keyOf((lines[other] as RoleLine).text) === keyOf(line.text))
    if (isTwin) return others.every(other => other < at)
    return line.wordCount <= MAX_WORDS && others.every(other => (lines[other] as RoleLine).wordCount > line.wordCount)
  })
}

function runsOf(text: string): readonly string[] {
  const words = keyOf(text).split(' ')
  return words.slice(RUN - 1).map((_, i) => words.slice(i, i + RUN).join(' '))
}
