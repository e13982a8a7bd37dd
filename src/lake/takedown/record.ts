/** How far a takedown has come, written down after every step, so that it can go on after any interruption. */
import { isArticleId, takedownReportKey } from '../keys.ts'
import type { Store } from '../store.ts'
import type { Check } from './check.ts'

export interface TakedownRecord {
  readonly article_id: string
  /** Which call carries it out; another one begins at the first step again. */
  readonly run: string
  /** ISO instant of the first order. */
  readonly requested_at: string
  /** Steps that are done, in their order. */
  readonly done: readonly string[]
  /** ISO instant since which no query finds it; null before. */
  readonly hidden_at: string | null
  /** SHA-256 of its bodies, as far as the tables had them. */
  readonly bodies: readonly string[]
  /** Articles with the same body, which stay. */
  readonly duplicates: readonly string[]
  readonly documents: readonly DocumentFate[]
  /** Files below the tables that held rows of it. */
  readonly files: readonly string[]
  /** Statements that rewrite the tables and are done. */
  readonly rewritten: readonly string[]
  /** Releases that were looked into, as `<profile> <version>`. */
  readonly searched: readonly string[]
  readonly withdrawn: readonly WithdrawnRelease[]
  /** What was found in the end; null before. */
  readonly checks: readonly Check[] | null
}

/** What became of a document that holds the article, or did once. */
export interface DocumentFate {
  readonly source_key: string
  /** Null for one that was never read. */
  readonly document_id: string | null
  /** `history`: it holds the article no longer, but other ones; only its earlier versions were deleted. */
  readonly fate: 'deleted' | 'kept' | 'history'
  /** Objects deleted, each version counted. */
  readonly erased: number
}

export interface WithdrawnRelease {
  readonly profile: 'open' | 'full'
  readonly version: string
}

/** Nothing is done yet. What an earlier call has found out is kept; what it has done, if it came to no end. */
export function newRecord(
  articleId: string,
  run: string,
  requestedAt: string,
  before: TakedownRecord | null,
): TakedownRecord {
  const isUnfinished = before !== null && before.checks === null
  return {
    article_id: articleId,
    run,
    requested_at: before?.requested_at ?? requestedAt,
    done: [],
    hidden_at: null,
    bodies: before?.bodies ?? [],
    duplicates: [],
    documents: (before?.documents ?? []).map(one => ({ ...one, erased: isUnfinished ? one.erased : 0 })),
    files: before?.files ?? [],
    rewritten: [],
    searched: [],
    withdrawn: isUnfinished ? before.withdrawn : [],
    checks: null,
  }
}

/** Null when there is none, or none that can be read: then it begins anew. */
export async function readRecord(store: Store, articleId: string): Promise<TakedownRecord | null> {
  const content = await store.get(takedownReportKey(articleId))
  if (!content) return null
  try {
    const record = JSON.parse(new TextDecoder().decode(content.bytes)) as TakedownRecord
    return isArticleId(record.article_id) && Array.isArray(record.done) ? record : null
  } catch {
    return null
  }
}

export async function writeRecord(store: Store, record: TakedownRecord): Promise<void> {
  const bytes = new TextEncoder().encode(`${JSON.stringify(record, null, 2)}\n`)
  await store.put(takedownReportKey(record.article_id), bytes)
}

/** Items of both, each once. */
export const united = <T>(one: readonly T[], other: readonly T[]): readonly T[] => [...new Set([...one, ...other])]
