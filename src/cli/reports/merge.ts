/** What a merge did, in words. */
import type { MergeReport } from '../../lake/merge.ts'

/** One line for each batch that could not be read. */
export const setAsideText = ({ setAside }: Pick<MergeReport, 'setAside'>): readonly string[] =>
  setAside.map(({ batch, reason }) => `set aside, to be read again: batch ${batch}: ${reason}`)

export const mergedText = (batches: number): string =>
  batches === 0 ? 'nothing was staged' : `merged ${batches} ${batches === 1 ? 'batch' : 'batches'}`
