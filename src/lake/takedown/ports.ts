/** What a takedown works with: the same steps on disk and in the cloud. */
import type { Writer } from '../merge.ts'
import type { Store, VersionedStore } from '../store.ts'
import type { Check } from './check.ts'
import type { TakedownRecord, WithdrawnRelease } from './record.ts'

export interface TakedownPorts extends Writer {
  readonly inbox: Store | VersionedStore
  /** Of the lake. */
  readonly store: Store | VersionedStore
  /** Milliseconds since 1970. */
  readonly clock: () => number
  readonly files: TableFiles
  readonly releases: Releases
  /** A batch without its last part was given up by whoever began it when nothing of it is younger than this. */
  readonly abandonedMs: number
  /** Absent where nothing stands between releases and their readers. */
  readonly cache?: Cache
  /** Whether a question that was asked of the tables before this instant is not answered yet. Absent where answers are kept nowhere. */
  readonly isAsked?: (beforeMs: number) => Promise<boolean>
}

/** What keeps copies of releases for readers. */
export interface Cache {
  /** Whether it has let these go; when not, somebody has to make it do so before the next attempt. */
  hasLetGo(paths: readonly string[]): Promise<boolean>
}

/** The files in which the engine keeps the tables. */
export interface TableFiles {
  /** Those that hold rows of the article, by key. */
  holding(articleId: string): Promise<readonly string[]>
  /** Gives the bytes of deleted rows up. Gives what is done of it so far; `isDone` is false when there was no time for all. */
  erase(
    rewritten: readonly string[],
    goOn: () => boolean,
  ): Promise<{ readonly rewritten: readonly string[]; readonly isDone: boolean }>
  checks(record: TakedownRecord): Promise<readonly Check[]>
}

/** Everything that was released from the lake. */
export interface Releases {
  /** Withdraws the releases that hold the article and were not `searched` yet. */
  withdraw(
    order: Pick<TakedownRecord, 'article_id' | 'bodies' | 'duplicates' | 'searched'>,
    goOn: () => boolean,
  ): Promise<{
    readonly searched: readonly string[]
    readonly withdrawn: readonly WithdrawnRelease[]
    readonly isDone: boolean
  }>
  checks(record: TakedownRecord): Promise<readonly Check[]>
}

/** Nothing but a pause keeps a step from being done. */
export interface Pause {
  readonly seconds: number
  readonly because: string
  /** A statement goes on meanwhile, which the same request finds again. */
  readonly continues?: boolean
  /** Addresses that a cache has to let go before the next step. */
  readonly invalidate?: readonly string[]
}

export interface StepResult {
  readonly record: TakedownRecord
  /** Absent when the step is done. */
  readonly pause?: Pause
}

export type Step = (ports: TakedownPorts, record: TakedownRecord, goOn: () => boolean) => Promise<StepResult>

export const NO_TIME: Pause = { seconds: 0, because: 'there was no time for all of it' }
