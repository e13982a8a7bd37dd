/** The first steps: the order, the tables, and in the end the bytes below them. */

import { clean, judge, merge } from '../merge.ts'
import { completeBatches } from '../staged-batches.ts'
import { readTakedowns } from '../takedowns.ts'
import { writeOrder } from './documents.ts'
import { bodiesOf } from './find.ts'
import { NO_TIME, type Step } from './ports.ts'
import { united } from './record.ts'

/** The standing order, and only then what the tables can still tell of the article. */
export const order: Step = async (ports, record) => {
  const { store, warehouse, files } = ports
  const { article_id } = record
  const standing = (await readTakedowns(store)).get(article_id)
  const requested_at = standing?.requested_at || record.requested_at
  await writeOrder(store, { article_id, requested_at, document_ids: standing?.document_ids ?? [] })
  const { bodies } = await bodiesOf(warehouse, article_id, record.bodies)
  return {
    record: {
      ...record,
      requested_at,
      bodies,
      files: united(record.files, await files.holding(article_id)),
    },
  }
}

/** What is staged goes under the order; then no query finds the article. */
export const hide: Step = async (ports, record, goOn) => {
  await merge(ports, { goOn })
  if (!goOn() && (await completeBatches(ports.store)).length > 0) return { record, pause: NO_TIME }
  // An earlier call may have been interrupted between recording the order and carrying it out.
  await judge(ports)
  const { bodies, duplicates } = await bodiesOf(ports.warehouse, record.article_id, record.bodies)
  return {
    record: {
      ...record,
      bodies,
      duplicates,
      hidden_at: new Date(ports.clock()).toISOString(),
    },
  }
}

export const rewrite: Step = async (ports, record, goOn) => {
  if (record.rewritten.length === 0) await clean(ports)
  const { rewritten, isDone } = await ports.files.erase(record.rewritten, goOn)
  return { record: { ...record, rewritten }, ...(isDone ? {} : { pause: NO_TIME }) }
}
