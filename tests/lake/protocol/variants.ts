/** Ways of doing it wrong. Each leaves out one rule, and each must be found out. */

import { parseStagedPart, parseTakedown, takedownPrefix } from '../../../src/lake/keys.ts'
import { merge, type Writer } from '../../../src/lake/merge.ts'
import { foundRevision, revisionOf } from '../../../src/lake/revisions.ts'
import { isNewer } from '../../../src/lake/sql/state.ts'
import { completeBatches, deleteBatches } from '../../../src/lake/staged-batches.ts'
import type { Variant } from './simulate.ts'

export const asItShouldBe: Variant = { name: 'as it should be' }

const replacing =
  (...pairs: readonly (readonly [from: string | RegExp, to: string])[]) =>
  (sql: string) =>
    pairs.reduce((text, [from, to]) => text.replaceAll(from, to), sql)

const isMerge = (sql: string) => sql.includes('_staged')
const isOf = (table: string, sql: string) => isMerge(sql) && sql.startsWith(`MERGE INTO ${table}_stored`)

/** A merge whose statements are run as `execute` says. */
const executing =
  (execute: (sql: string, writer: Writer) => Promise<unknown>) =>
  (writer: Writer): Promise<unknown> =>
    merge({
      ...writer,
      warehouse: {
        ...writer.warehouse,
        execute: async sql => {
          await execute(sql, writer)
          return { scannedBytes: null }
        },
      },
    })

/** Merges articles first: the other statements wait until they are through. */
function articlesFirst(): (writer: Writer) => Promise<unknown> {
  return async writer => {
    const waiting: string[] = []
    await executing(async sql => {
      if (isMerge(sql) && !isOf('documents', sql) && !isOf('articles', sql)) waiting.push(sql)
      else await writer.warehouse.execute(sql)
      if (isOf('articles', sql)) for (const held of waiting.splice(0)) await writer.warehouse.execute(held)
    })(writer)
  }
}

/** Deletes nothing while it merges, and afterwards what `select` names. */
const deleting =
  (
    select: (writer: Writer, before: Awaited<ReturnType<typeof completeBatches>>) => ReturnType<typeof completeBatches>,
  ) =>
  async (writer: Writer) => {
    const before = await completeBatches(writer.store)
    let isFirst = true
    const goOn = () => {
      const answer = isFirst
      isFirst = false
      return answer
    }
    try {
      await merge({ ...writer, store: { ...writer.store, delete: async () => {} } }, { goOn })
    } finally {
      await deleteBatches(writer.store, await select(writer, before))
    }
  }

/** Merges only batches that come after the last one merged, in the order of their names: those that come late are passed over. */
function afterTheLast(): (writer: Writer) => Promise<unknown> {
  let last = ''
  return async writer => {
    const { store } = writer
    const list: Writer['store']['list'] = async function* (prefix) {
      for await (const object of store.list(prefix)) {
        const batch = parseStagedPart(object.key)?.batch
        if (batch === undefined || batch > last) yield object
      }
    }
    const batches = await completeBatches({ ...store, list })
    await merge({ ...writer, store: { ...store, list } })
    last = [last, ...batches.map(({ id }) => id)].sort().at(-1) ?? last
  }
}

export const variants: readonly Variant[] = [
  { name: 'the last to arrive wins', rewrite: replacing([isNewer('s', 't'), 'TRUE']) },
  {
    name: 'the version of the rules does not count',
    rewrite: replacing([isNewer('s', 't'), 's.revision > t.revision']),
  },
  { name: 'several staged states of one object are not told apart', rewrite: replacing([/nth = 1/g, 'nth > 0']) },
  { name: 'articles are merged before their children', merge: articlesFirst() },
  {
    name: 'views show children whatever reading they are of',
    rewrite: replacing(['c.article_id = r.article_id AND c.reading_id = r.reading_id', 'c.article_id = r.article_id']),
  },
  {
    name: 'views join children by revision and version of the rules, not by reading',
    rewrite: replacing([
      'JOIN articles_current AS c ON c.article_id = r.article_id AND c.reading_id = r.reading_id',
      'JOIN articles AS c ON c.article_id = r.article_id AND c.revision = r.revision AND c.pipeline_version = r.pipeline_version',
    ]),
  },
  {
    name: 'what is gone is deleted, without a tombstone',
    merge: async writer => {
      await merge(writer)
      await writer.warehouse.execute(`DELETE FROM documents_stored WHERE outcome = 'removed'`)
      await writer.warehouse.execute(`DELETE FROM articles_stored WHERE deleted_because = 'source'`)
    },
  },
  {
    name: 'an article has one state, not one for each object that holds it',
    rewrite: replacing(
      ['PARTITION BY article_id, source_key', 'PARTITION BY article_id'],
      ['t.article_id = s.article_id AND t.source_key = s.source_key', 't.article_id = s.article_id'],
    ),
  },
  { name: 'an interrupted merge counts as done', merge: deleting(async (_, before) => before) },
  {
    name: 'whatever is staged when a merge ends is deleted',
    merge: deleting(({ store }) => completeBatches(store)),
  },
  { name: 'what has been merged is known by the last of it, not by what is staged', merge: afterTheLast() },
  {
    name: 'a takedown is carried out once and then forgotten',
    merge: async writer => {
      const orders: string[] = []
      for await (const { key } of writer.store.list(takedownPrefix)) if (parseTakedown(key)) orders.push(key)
      await merge(writer)
      for (const key of orders) await writer.store.delete(key)
      await writer.warehouse.execute('DELETE FROM takedowns')
    },
  },
  {
    name: 'cleaning deletes children that wait for their article',
    rewrite: replacing([isNewer('a', 'c'), 'a.reading_id <> c.reading_id']),
  },
  { name: 'an object that is gone gives no row', stages: ({ document }) => document.outcome !== 'removed' },
  { name: 'a document that cannot be read gives no row', stages: ({ document }) => document.outcome !== 'failed' },
  { name: 'a state that was found goes by its time alone', found: (_, time) => revisionOf(time) },
  {
    name: 'a state that was found counts as later than every event',
    found: (_, time) => foundRevision('F'.repeat(32), time),
  },
  { name: 'a state that was found is of the event that is known', found: known => known ?? revisionOf(0n) },
]
