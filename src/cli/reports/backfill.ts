/** What a backfill says. */
import type { SweepCause, SweepCounts } from '../../lake/sweep/plan.ts'

const MEANINGS: readonly (readonly [keyof SweepCounts, string])[] = [
  ['new', 'never read'],
  ['changed', 'changed since they were read'],
  ['gone', 'gone'],
  ['newer rules', 'read by older rules'],
  ['unchanged', 'as the tables have them'],
  ['under way', 'just changed, left to their events'],
  ['strays', 'sidecars of nothing'],
]

export type Examples = Readonly<Partial<Record<SweepCause, readonly string[]>>>

/** Each cause with its count and some keys. */
export function dueText(counts: SweepCounts, examples: Examples): string {
  const shown = MEANINGS.filter(([cause]) => counts[cause] > 0)
  const digits = Math.max(1, ...shown.map(([cause]) => String(counts[cause]).length))
  const lines = shown.flatMap(([cause, meaning]) => [
    `${String(counts[cause]).padStart(digits)} ${meaning}`,
    ...((examples as Readonly<Partial<Record<string, readonly string[]>>>)[cause] ?? []).map(
      key => `${' '.repeat(digits)}   ${key}`,
    ),
  ])
  return lines.length > 0 ? lines.join('\n') : 'the inbox is empty'
}
