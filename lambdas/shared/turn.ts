/** A turn of a takedown, as the state machine asks for it and hears of it. */
import { OperationalError } from '../../src/errors.ts'
import { type LeaseOptions, withLease } from '../../src/lake/lease.ts'
import type { Pause, TakedownPorts } from '../../src/lake/takedown/ports.ts'
import { readRecord, type TakedownRecord } from '../../src/lake/takedown/record.ts'
import { work } from '../../src/lake/takedown/work.ts'

export interface Turn {
  readonly articleId: string
  /** Name of the execution. */
  readonly run: string
  /** That of the turn before, when a statement of it still ran: this one finds it again. Empty for a turn that begins anew. */
  readonly scope: string
  /** Whether the cache has let go what the turn before asked for. */
  readonly invalidated: boolean
}

/** The next turn, or the end. Nothing of what the article or its documents are called: the history of executions is kept. */
export interface TurnAnswer extends Turn {
  readonly isDone: boolean
  /** To wait before the next turn. */
  readonly seconds: number
  readonly because: string
  /** Paths that the cache has to let go before the next turn. */
  readonly paths: { readonly count: number; readonly items: readonly string[] }
  /** Steps that are done. */
  readonly done: number
  /** In the end, places in which something is left that should not be. */
  readonly remains: number
}

/** A second, so that a turn without time does not follow on its own heels. */
const SHORTEST_SECONDS = 1

export interface TurnPorts extends TakedownPorts {
  readonly lease: LeaseOptions
  /** Whether no statement of an earlier run goes on. */
  readonly isIdle: () => Promise<boolean>
  /** Of the function's time. */
  readonly leftMs: () => number
  /** That of the statements of this turn. */
  readonly scope: string
}

/** A step that is begun with less would hardly be finished. */
const ENOUGH_MS = 3 * 60_000

/** Goes on with a takedown as the only holder of the writer's lease, or says when to try again. */
export async function takeTurn(turn: Turn, ports: TurnPorts): Promise<TurnAnswer> {
  const goOn = () => ports.leftMs() > ENOUGH_MS
  const leased = await withLease<Taken>(ports.store, ports.lease, async () => {
    // What runs may be what the turn before has left; then this one finds it.
    if (turn.scope === '' && !(await ports.isIdle())) return waiting('a statement of the writer still runs')
    return work(ports, turn, { goOn }).catch(error => {
      // A statement that was found again and has failed is found so for ever: the next turn begins anew.
      if (turn.scope === '' || !(error instanceof OperationalError)) throw error
      return waiting(error.message)
    })
  })
  const { record, pause } = leased.held ? leased.result : waiting(`the lease of the writer is held by ${leased.by}`)
  return answerOf({ ...turn, scope: ports.scope }, record ?? (await readRecord(ports.store, turn.articleId)), pause)
}

interface Taken {
  /** Null when nothing was done. */
  readonly record: TakedownRecord | null
  readonly pause: Pause | null
}

const WAIT_FOR_OTHERS_SECONDS = 30
const waiting = (because: string): Taken => ({ record: null, pause: { seconds: WAIT_FOR_OTHERS_SECONDS, because } })

/** `turn` with the scope that it had in the end. */
function answerOf(turn: Turn, record: TakedownRecord | null, pause: Pause | null): TurnAnswer {
  const { articleId, run, invalidated } = turn
  const items = pause?.invalidate ?? []
  return {
    articleId,
    run,
    scope: pause?.continues ? turn.scope : '',
    invalidated,
    isDone: pause === null,
    seconds: Math.max(SHORTEST_SECONDS, pause?.seconds ?? 0),
    because: pause?.because ?? '',
    paths: { count: items.length, items },
    done: record?.done.length ?? 0,
    remains: pause === null && record ? remainsOf(record) : 0,
  }
}

/** A document that stays for the sake of other articles is no fault. */
function remainsOf({ checks, documents }: TakedownRecord): number {
  const kept = documents.filter(({ fate }) => fate === 'kept').length
  return (checks ?? []).filter(({ found }) => found > 0).length - kept
}
