/** Looks at every place where something of the article could still be, and says what is there. */
import {
  answered,
  listedPrefix,
  parseStagedPart,
  quarantinePrefix,
  resultsPrefix,
  stagingPrefix,
  sweepPrefix,
  unreadablePrefix,
} from '../keys.ts'
import { remainsQueries } from '../sql/takedown.ts'
import { rowsOf } from '../warehouse.ts'
import { type Check, checkOf, countOf } from './check.ts'
import { belongsTo } from './documents.ts'
import { isHistory, isVersioned, versionsBelow } from './erase.ts'
import { deletedNames, plansNaming, textPrefixes } from './leftovers.ts'
import { partNames } from './named.ts'
import type { Step, TakedownPorts } from './ports.ts'
import { quarantined } from './quarantined.ts'
import type { TakedownRecord } from './record.ts'

export const prove: Step = async (ports, record) => ({
  record: {
    ...record,
    checks: [
      ...(await tableChecks(ports, record)),
      ...(await ports.files.checks(record)),
      ...(await inboxChecks(ports, record)),
      ...(await stagingChecks(ports, record)),
      ...(await asideChecks(ports, record)),
      ...(await historyChecks(ports)),
      ...(await ports.releases.checks(record)),
    ],
  },
})

async function tableChecks({ warehouse }: TakedownPorts, { article_id }: TakedownRecord): Promise<readonly Check[]> {
  const checks: Check[] = []
  for (const { table, sql } of remainsQueries(article_id)) {
    const [row] = await rowsOf(warehouse, sql)
    checks.push(countOf(`rows of ${table}`, Number(row?.n), 'rows that hold more than a tombstone'))
  }
  return checks
}

async function inboxChecks({ inbox }: TakedownPorts, { documents }: TakedownRecord): Promise<readonly Check[]> {
  const what = isVersioned(inbox) ? 'versions in the inbox' : 'files in the inbox'
  const checks: Check[] = []
  for (const { source_key, fate } of documents) {
    const isOf = belongsTo(source_key)
    const left: string[] = []
    for await (const found of versionsBelow(inbox, listedPrefix(source_key)))
      if (isOf(found) && (fate !== 'history' || isHistory(found))) left.push(found.key)
    const why = fate === 'kept' ? 'other articles stand in the document' : 'it came back, or could not be deleted'
    checks.push(checkOf(`${what} of ${source_key}`, left, why))
  }
  return checks
}

async function stagingChecks({ store }: TakedownPorts, record: TakedownRecord): Promise<readonly Check[]> {
  const naming: string[] = []
  const keys: string[] = []
  for await (const { key } of store.list(stagingPrefix)) keys.push(key)
  for (const key of keys) {
    const part = parseStagedPart(key)
    if (!part || part.table === 'documents') continue
    if (await partNames(store, key, part, record)) naming.push(key)
  }
  return [checkOf('batches in staging/', naming, 'they wait to be merged, which leaves nothing of it')]
}

async function asideChecks(ports: TakedownPorts, record: TakedownRecord): Promise<readonly Check[]> {
  const { store } = ports
  const plans: string[] = []
  for await (const [key] of plansNaming(store, deletedNames(record))) plans.push(key)
  return [
    checkOf(`copies in ${quarantinePrefix}`, await quarantined(store, record), 'they are copies of its documents'),
    checkOf(
      `batches in ${unreadablePrefix}`,
      await keysOf(ports, unreadablePrefix),
      'set aside meanwhile; they may hold it',
    ),
    checkOf(`plans in ${sweepPrefix}`, plans, 'they name its documents'),
    ...(ports.isAsked ? [await answersCheck(ports, record)] : []),
  ]
}

/** Those that were written since hold nothing of it. */
async function answersCheck({ store }: TakedownPorts, { hidden_at }: TakedownRecord): Promise<Check> {
  // Buckets count whole seconds.
  const since = BigInt(Math.floor(Date.parse(hidden_at ?? '') / 1000)) * 1_000_000_000n
  const old: string[] = []
  for (const to of answered)
    for await (const { key, revision } of store.list(resultsPrefix(to))) if (BigInt(revision) < since) old.push(key)
  return checkOf('answers in results/', old, 'they were given before the tables stopped to hold it')
}

async function historyChecks({ store }: TakedownPorts): Promise<readonly Check[]> {
  if (!isVersioned(store)) return []
  const old: string[] = []
  for (const prefix of textPrefixes)
    for await (const found of store.versions(prefix)) if (isHistory(found)) old.push(found.key)
  return [
    checkOf(
      'earlier versions in the lake bucket',
      old,
      'the bucket keeps versions, which a deployment does not ask for',
    ),
  ]
}

async function keysOf({ store }: TakedownPorts, prefix: string): Promise<readonly string[]> {
  const keys: string[] = []
  for await (const { key } of store.list(prefix)) keys.push(key)
  return keys
}
