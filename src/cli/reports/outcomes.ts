/** What became of documents, in words. */

interface Problem {
  readonly sourceKey: string
  readonly outcome: string
  readonly reason: string
}

const MOST_LINES = 10

/** One line; none when there is nothing to count. */
export function outcomesText(outcomes: Readonly<Record<string, number>>): readonly string[] {
  const results = Object.entries(outcomes).filter(([outcome]) => outcome !== 'removed')
  return results.length === 0
    ? []
    : [`outcomes: ${results.map(([outcome, count]) => `${count} ${outcome}`).join(', ')}`]
}

/** The first few, and where to find the others. */
export function problemsText(problems: readonly Problem[]): readonly string[] {
  const lines = problems.map(({ sourceKey, outcome, reason }) => `${outcome}: ${sourceKey}: ${reason}`)
  return firstOf(
    lines,
    'presslake sql "SELECT source_key, outcome, outcome_reason FROM documents WHERE outcome_reason IS NOT NULL"',
  )
}

export const refusalsText = (
  refused: readonly { readonly path: string; readonly reason: string }[],
): readonly string[] => refused.map(({ path, reason }) => `not copied: ${path}: ${reason}`)

/** The first few of many lines, the number of the others, and how to see them. */
export function firstOf(lines: readonly string[], others?: string): readonly string[] {
  const more = lines.length - MOST_LINES
  if (more <= 0) return lines
  return [...lines.slice(0, MOST_LINES), `… and ${more} more${others === undefined ? '' : `: ${others}`}`]
}
