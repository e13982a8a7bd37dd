/** The library: the core for those who bring their own bytes. */
export { tables } from '../schemas/index.ts'
export { type DateOptions, type FoundDate, type FoundDates, findDates, type UnresolvedDate } from './dates.ts'
export { process } from './pipeline.ts'
export type { ArticleRows, DocumentRows, TimeRow } from './tables/rows.ts'
export type { Facts } from './types.ts'
export { pipelineVersion } from './version.ts'
