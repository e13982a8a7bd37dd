/** What an ingest on disk did, in lines. */
import type { DropReport } from '../../lake/drop.ts'
import type { IngestReport } from '../../lake/ingest.ts'
import { outcomesText, problemsText, refusalsText } from './outcomes.ts'

export function reportText({ refused }: Pick<DropReport, 'refused'>, report: IngestReport): string {
  const { read, removed, unchanged, outcomes, problems, strays } = report
  const counts = [
    [read.new, 'new'],
    [read.changed, 'changed'],
    [read['newer rules'], 'read again by newer rules'],
    [removed, 'removed'],
    [unchanged, 'unchanged'],
  ].filter(([count]) => count !== 0)
  return [
    counts.length === 0
      ? 'the inbox is empty'
      : `documents: ${counts.map(([count, what]) => `${count} ${what}`).join(', ')}`,
    ...outcomesText(outcomes),
    ...refusalsText(refused),
    ...problemsText(problems),
    ...strays.map(key => `${key} tells of a document that is not there`),
    '',
  ].join('\n')
}
