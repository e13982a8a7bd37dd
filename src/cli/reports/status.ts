/** What a lake holds, in lines. */
import type { Held } from '../../lake/status.ts'

type Line = readonly [label: string, count: number]

/** `waiting` says what is still to be done; `more` stands before the releases. */
export function statusText(
  { rows, outcomes, quarantined, takedowns, releases }: Held,
  waiting: readonly Line[],
  more: readonly string[] = [],
): string {
  const lines: readonly Line[] = [
    ...Object.entries(rows),
    ...Object.entries(outcomes).map(([outcome, count]) => [`  ${outcome}`, count] as const),
    ...waiting,
    ['in quarantine', quarantined],
    ['taken down', takedowns],
  ]
  const width = Math.max(...lines.map(([label]) => label.length))
  const digits = Math.max(...lines.map(([, count]) => String(count).length))
  const counts = lines.map(([label, count]) => `${label.padEnd(width)}  ${String(count).padStart(digits)}`)
  return `${[...counts, ...more, `releases: ${releases.join(', ') || 'none'}`].join('\n')}\n`
}
