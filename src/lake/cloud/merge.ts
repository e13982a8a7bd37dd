/** Asks the deployed writer to merge what is staged. */
import { OperationalError } from '../../errors.ts'
import type { MergeReport } from '../merge.ts'
import type { CloudLake } from './lake.ts'

/** What came of it, or why nothing was done. */
export type Merged = MergeReport | { readonly skipped: string }

/** Waits until the merge has ended. */
export async function mergeNow({ functions, names }: Pick<CloudLake, 'functions' | 'names'>): Promise<Merged> {
  const answer = await functions.invoke(names.mergeFunction, { task: 'merge' })
  if (isMerged(answer)) return answer
  throw new OperationalError(
    `expected the function ${names.mergeFunction} to tell what it merged, got ${JSON.stringify(answer)}; is another version deployed?`,
    { retryable: false },
  )
}

function isMerged(answer: unknown): answer is Merged {
  if (typeof answer !== 'object' || answer === null) return false
  if ('skipped' in answer) return typeof answer.skipped === 'string'
  const { batches, scannedBytes, setAside } = answer as Partial<MergeReport>
  return typeof batches === 'number' && typeof scannedBytes === 'number' && Array.isArray(setAside)
}
