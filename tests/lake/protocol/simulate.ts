/** Runs a lake through a round: batches come when they come, merges crash or run into each other, and in the end all is merged. */
import { writeBatch } from '../../../src/lake/batch.ts'
import { type StagedPart, stagedPartKey, takedownKey } from '../../../src/lake/keys.ts'
import { clean, merge, type Writer } from '../../../src/lake/merge.ts'
import type { ObjectReading } from '../../../src/lake/reading.ts'
import type { foundRevision } from '../../../src/lake/revisions.ts'
import { childNames, mergeOrder } from '../../../src/lake/sql/tables.ts'
import type { Store } from '../../../src/lake/store.ts'
import { rowsOf, type Warehouse } from '../../../src/lake/warehouse.ts'
import type { Shown } from './fold.ts'

/** The process ends here. */
export class Crash extends Error {}

/** What befalls the lake between two arrivals. */
export interface Slot {
  /** Batches of which everything but the last part comes now. */
  readonly torn: readonly number[]
  /** Batches that come whole, or again. */
  readonly whole: readonly number[]
  readonly takedowns: readonly string[]
  /** What runs in this slot, side by side. */
  readonly runs: readonly Run[]
  /** Which of the runs goes on next, as numbers to be taken modulo those that still run. */
  readonly turns: readonly number[]
  /** Batches that come while they run, after so many steps. */
  readonly during: readonly { readonly batch: number; readonly after: number }[]
}

export interface Run {
  readonly task: 'merge' | 'clean'
  /** The call at which it crashes; null when it does not. */
  readonly crashAt: number | null
}

/** A way of doing it wrong, for the tests that show that each rule matters. */
export interface Variant {
  readonly name: string
  /** Statements as they are run instead, those that make the views included. */
  readonly rewrite?: (sql: string) => string
  /** Whether a reading is staged at all. */
  readonly stages?: (reading: ObjectReading) => boolean
  /** The revision of what was found without an event. */
  readonly found?: typeof foundRevision
  /** How a merge is run instead. */
  readonly merge?: (writer: Writer) => Promise<unknown>
}

export interface Lake {
  readonly store: Store
  readonly warehouse: Warehouse
}

/** Empties the tables and the staging area. */
export async function reset({ store, warehouse }: Lake): Promise<void> {
  for (const name of mergeOrder) await warehouse.execute(`DELETE FROM ${name}_stored`)
  await warehouse.execute('DELETE FROM takedowns')
  const keys: string[] = []
  for await (const { key } of store.list('')) keys.push(key)
  for (const key of keys) await store.delete(key)
}

/** Plays the slots, then merges what is left. Gives every violation seen on the way. */
export async function play(
  lake: Lake,
  batches: readonly (readonly ObjectReading[])[],
  slots: readonly Slot[],
  variant: Variant,
): Promise<readonly string[]> {
  const violations: string[] = []
  const kept = batches.map(readings => readings.filter(reading => variant.stages?.(reading) ?? true))
  const look = async (sql: string) => {
    if (!CHANGES_WHAT_IS_SHOWN.test(sql)) return
    violations.push(...(await inconsistencies(lake.warehouse)))
  }
  /** Batches that have not come whole yet: each comes at least once, most once only. */
  const due = new Set(kept.keys())
  const come = async (arriving: readonly number[], torn: boolean) => {
    for (const batch of arriving) await stage(lake.store, kept[batch] ?? [], torn)
    if (!torn) for (const batch of arriving) due.delete(batch)
  }
  for (const slot of slots) {
    await come(slot.torn, true)
    await come(slot.whole, false)
    for (const id of slot.takedowns) await lake.store.put(takedownKey(id), new Uint8Array())
    let steps = 0
    await runAll(lake, slot, variant, async sql => {
      const arriving = slot.during.filter(({ after }) => after === steps)
      steps++
      await come(
        arriving.map(({ batch }) => batch),
        false,
      )
      await look(sql)
    })
  }
  await come([...due], false)
  for (const task of ['merge', 'clean'] as const)
    await runAll(lake, { runs: [{ task, crashAt: null }], turns: [0] }, variant, look)
  return violations
}

/** Stages a batch, or everything of it but the part that completes it. */
async function stage(store: Store, readings: readonly ObjectReading[], torn: boolean): Promise<void> {
  if (readings.length === 0) return
  const tearing: Store = {
    ...store,
    put: async (key, bytes, options) => {
      if (torn && key.startsWith('staging/articles/')) throw new Crash('before the last part')
      return store.put(key, bytes, options)
    },
  }
  await writeBatch(tearing, readings).catch(error => {
    if (!(error instanceof Crash)) throw error
  })
}

/** A cleaning that goes on for as long as a merge is more likely to meet it at a bad moment. */
const CLEANINGS = 3

/** Runs tasks side by side, statement by statement, each until it ends or crashes. */
async function runAll(
  lake: Lake,
  { runs, turns }: Pick<Slot, 'runs' | 'turns'>,
  variant: Variant,
  look: (sql: string) => Promise<void>,
): Promise<void> {
  const turnstile = new Turnstile(runs.length, turns, look)
  await Promise.all(
    runs.map(async ({ task, crashAt }, index) => {
      const writer = { ...guarded(lake, turnstile, index, crashAt, variant), wait: async () => {} }
      try {
        if (task === 'clean') for (let i = 0; i < CLEANINGS; i++) await clean(writer)
        else await (variant.merge ?? merge)(writer)
      } catch (error) {
        if (!(error instanceof Crash)) throw error
      } finally {
        turnstile.leave(index)
      }
    }),
  )
}

/** Lets one of several runs do one thing at a time, in an order that is told beforehand. */
class Turnstile {
  private readonly waiting = new Map<number, () => void>()
  private readonly running: Set<number>
  private readonly turns: readonly number[]
  private readonly look: (sql: string) => Promise<void>
  private turn = 0

  constructor(runs: number, turns: readonly number[], look: (sql: string) => Promise<void>) {
    this.running = new Set(Array.from({ length: runs }, (_, i) => i))
    this.turns = turns
    this.look = look
  }

  async pass<T>(run: number, action: () => Promise<T>, sql?: string): Promise<T> {
    await new Promise<void>(resolve => {
      this.waiting.set(run, resolve)
      this.admit()
    })
    const result = await action()
    if (sql !== undefined) await this.look(sql)
    return result
  }

  leave(run: number): void {
    this.running.delete(run)
    this.waiting.delete(run)
    this.admit()
  }

  /** Admits the next run when every one that still runs stands here. */
  private admit(): void {
    if (this.waiting.size === 0 || this.waiting.size < this.running.size) return
    const runs = [...this.waiting.keys()].sort((a, b) => a - b)
    const next = runs[(this.turns[this.turn++ % this.turns.length] ?? 0) % runs.length] as number
    const resolve = this.waiting.get(next)
    this.waiting.delete(next)
    resolve?.()
  }
}

/**
 * The ports of one merge: each call that changes something waits for its turn, and one of them is the crash. Staged parts
 * that another run has deleted give no rows, as in Athena.
 */
function guarded(lake: Lake, turnstile: Turnstile, run: number, crashAt: number | null, variant: Variant): Lake {
  let calls = 0
  let parts: readonly StagedPart[] = []
  const step = async <T>(action: () => Promise<T>, sql?: string): Promise<T> => {
    if (calls++ === crashAt) throw new Crash(`at call ${crashAt}`)
    return turnstile.pass(run, action, sql)
  }
  const warehouse = rewriting(lake.warehouse, variant)
  return {
    store: { ...lake.store, delete: key => step(() => lake.store.delete(key)) },
    warehouse: {
      ...warehouse,
      stage: async staged => {
        parts = staged
      },
      execute: sql =>
        step(async () => {
          if (sql.includes('_staged')) await restage(lake, parts)
          return warehouse.execute(sql)
        }, sql),
    },
  }
}

/** What is staged in a warehouse now: to be told again only when it is something else. */
const staged = new WeakMap<Warehouse, string>()

/** Makes those of the parts readable that are still there. */
async function restage({ store, warehouse }: Lake, parts: readonly StagedPart[]): Promise<void> {
  const keys = parts.map(stagedPartKey)
  const there = await Promise.all(keys.map(key => store.head(key)))
  const present = JSON.stringify(keys.filter((_, i) => there[i]))
  if (staged.get(warehouse) === present) return
  staged.delete(warehouse)
  await warehouse.stage(parts.filter((_, i) => there[i]))
  staged.set(warehouse, present)
}

export const rewriting = (warehouse: Warehouse, { rewrite = sql => sql }: Variant): Warehouse => ({
  ...warehouse,
  execute: sql => warehouse.execute(rewrite(sql)),
})

/** The views on articles and their quotes read these tables and no others. */
const CHANGES_WHAT_IS_SHOWN = /^(?:MERGE INTO|DELETE FROM) (?:articles|quotes)_stored/

/** In a tiny document, the quotes of an article are the words of its body: always, also in the middle of a merge. */
const INCONSISTENT = `SELECT coalesce(a.article_id, q.article_id) AS id, a.body, q.words
FROM (SELECT article_id, body FROM articles WHERE deleted_because IS NULL) AS a
FULL JOIN (
  SELECT article_id, string_agg(text, ' ' ORDER BY ordinal, quote_id) AS words FROM quotes GROUP BY article_id
) AS q ON q.article_id = a.article_id
WHERE a.body IS DISTINCT FROM q.words`

async function inconsistencies(warehouse: Warehouse): Promise<readonly string[]> {
  const rows = await rowsOf(warehouse, INCONSISTENT)
  return rows.map(({ id, body, words }) => `${id} shows the body «${body}» with the quotes «${words}»`)
}

/** What people see. */
export async function shownBy({ warehouse }: Lake): Promise<Shown> {
  const documents = await rowsOf(warehouse, 'SELECT source_key, outcome FROM documents')
  const articles = await rowsOf(warehouse, 'SELECT article_id, body FROM articles WHERE deleted_because IS NULL')
  const quotes = await rowsOf(warehouse, 'SELECT article_id, text FROM quotes ORDER BY article_id, ordinal, quote_id')
  const texts: Record<string, string[]> = {}
  for (const { article_id, text } of quotes) {
    texts[String(article_id)] ??= []
    texts[String(article_id)]?.push(String(text))
  }
  return {
    documents: Object.fromEntries(documents.map(row => [row.source_key, row.outcome])),
    articles: Object.fromEntries(articles.map(row => [row.article_id, row.body])),
    quotes: texts,
  }
}

/** Rows below the views that no view shows: there are none after cleaning. */
export async function leftovers({ warehouse }: Lake): Promise<number> {
  const counts = childNames.map(
    name => `(SELECT count(*) FROM ${name}_stored) - (SELECT count(*) FROM ${name}_stored AS r JOIN articles_stored AS a
      ON a.article_id = r.article_id AND a.reading_id = r.reading_id WHERE a.deleted_because IS NULL)`,
  )
  const [row] = await rowsOf(warehouse, `SELECT ${counts.join(' + ')} AS n`)
  return Number(row?.n)
}
