/** Pull-outs: sentences of the body that the page shows again in large type, and paragraphs that it shows twice. */
import type { RoleLine } from './roles.ts'
import { keyOf } from './title-candidates.ts'

/** Words that stand together in both places. */
const RUN = 5
const MIN_WORDS = 6
const MAX_WORDS = 40

/** For each line, whether the page shows it for the second time. */
export function findPullOuts(lines: readonly RoleLine[]): readonly boolean[] {
  const seen = new Set<string>()
  const twins = lines.map(({ text, wordCount }) => {
    const isTwin = wordCount >= MIN_WORDS && seen.has(text)
    seen.add(text)
    return isTwin
  })
  if (!lines.some(mayBePullOut)) return twins
  const owners = ownersOf(lines)
  return lines.map((line, at) => {
    if (twins[at] === true || !mayBePullOut(line)) return twins[at] === true
    const others = runsOf(line.text).map(run => (owners.get(run) ?? []).find(owner => owner !== at))
    return (
      others.length > 0 && others.every(other => other !== undefined && !twins[other] && isLonger(lines[other], line))
    )
  })
}

/** Short texts, and sentences in quotation marks. */
const mayBePullOut = ({ role, wordCount, text }: RoleLine) =>
  wordCount >= MIN_WORDS && wordCount <= MAX_WORDS && (role === 'text' || /^[\s\p{Cf}]*["“”«]/u.test(text))

const isLonger = (other: RoleLine | undefined, line: RoleLine) => (other?.wordCount ?? 0) > line.wordCount

/** For each run of words, the first two lines that have it. */
function ownersOf(lines: readonly RoleLine[]): ReadonlyMap<string, readonly number[]> {
  const owners = new Map<string, number[]>()
  lines.forEach(({ text }, at) => {
    for (const run of runsOf(text)) {
      const found = owners.get(run)
      if (!found) owners.set(run, [at])
      else if (found.length < 2 && found[0] !== at) found.push(at)
    }
  })
  return owners
}

function runsOf(text: string): readonly string[] {
  const words = keyOf(text).split(' ')
  return words.slice(RUN - 1).map((_, i) => words.slice(i, i + RUN).join(' '))
}
