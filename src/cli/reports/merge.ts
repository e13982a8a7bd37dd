/** What a merge did, in words. */
export const mergedText = (batches: number): string =>
  batches === 0 ? 'nothing was staged' : `merged ${batches} ${batches === 1 ? 'batch' : 'batches'}`
