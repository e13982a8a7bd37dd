/** Copies that lie beside the tables: what was staged, set aside, answered or planned. */
import {
  answered,
  isSweepBatch,
  parseStagedPart,
  quarantinePrefix,
  resultsPrefix,
  type StagedPart,
  sourceKeyOf,
  stagingPrefix,
  sweepPrefix,
  tablesPrefix,
  unreadablePrefix,
} from '../keys.ts'
import { merge } from '../merge.ts'
import { completeBatches } from '../staged-batches.ts'
import type { Store } from '../store.ts'
import { eraseBelow, isHistory, isVersioned } from './erase.ts'
import { partNames } from './named.ts'
import type { Pause, Step, TakedownPorts } from './ports.ts'
import { quarantined } from './quarantined.ts'
import type { TakedownRecord } from './record.ts'

const LOOK_AGAIN_SECONDS = 60

export const purge: Step = async (ports, record, goOn) => {
  await merge(ports, { goOn })
  for (const key of await quarantined(ports.store, record)) await ports.store.delete(key)
  await eraseBelow(ports.store, unreadablePrefix)
  await forgetPlanned(ports.store, record)
  const pause = (await purgeTorn(ports, record)) ?? (await purgeAnswers(ports, record))
  return { record, ...(pause ? { pause } : {}) }
}

/**
 * Deletes parts of batches that were never completed, once nobody can be writing them any more. One that may still become
 * whole and holds the article is waited for: when it is whole, the next merge takes it.
 */
async function purgeTorn(ports: TakedownPorts, record: TakedownRecord): Promise<Pause | null> {
  const { store, clock, abandonedMs } = ports
  const givenUp = BigInt(clock() - abandonedMs) * 1_000_000n
  let pause: Pause | null = null
  for (const [batch, parts] of await tornBatches(store)) {
    if (parts.every(({ revision }) => BigInt(revision) <= givenUp)) {
      for (const { key } of parts) await store.delete(key)
      continue
    }
    for (const { key, part } of parts)
      if (await partNames(store, key, part, record))
        pause = { seconds: LOOK_AGAIN_SECONDS, because: `somebody is writing the batch ${batch}, which holds it` }
  }
  return pause
}

interface TornPart {
  readonly key: string
  readonly part: StagedPart
  readonly revision: string
}

async function tornBatches(store: Store): Promise<ReadonlyMap<string, readonly TornPart[]>> {
  const complete = new Set((await completeBatches(store)).map(({ id }) => id))
  const torn = new Map<string, TornPart[]>()
  for await (const { key, revision } of store.list(stagingPrefix)) {
    const part = parseStagedPart(key)
    if (!part || complete.has(part.batch)) continue
    torn.set(part.batch, [...(torn.get(part.batch) ?? []), { key, part, revision }])
  }
  return torn
}

/** Answers to questions that were asked before the tables stopped giving the article. */
async function purgeAnswers({ store, isAsked }: TakedownPorts, { hidden_at }: TakedownRecord): Promise<Pause | null> {
  if (!isAsked || hidden_at === null) return null
  if (await isAsked(Date.parse(hidden_at)))
    return { seconds: LOOK_AGAIN_SECONDS, because: 'a query from before still runs, whose answer may hold it' }
  for (const to of answered) await eraseBelow(store, resultsPrefix(to))
  return null
}

interface Planned {
  readonly key: string
}

/** A plan keeps its other documents: somebody may be reading it. */
async function forgetPlanned(store: Store, record: TakedownRecord): Promise<void> {
  const names = deletedNames(record)
  for await (const [key, documents] of plansNaming(store, names)) {
    const others = documents.filter(document => !names.has(sourceKeyOf(document.key)))
    await store.put(key, new TextEncoder().encode(JSON.stringify(others)))
  }
}

export const deletedNames = ({ documents }: TakedownRecord): ReadonlySet<string> =>
  new Set(documents.filter(({ fate }) => fate === 'deleted').map(({ source_key }) => source_key))

/** Batches of sweeps' plans that name one of the documents. */
export async function* plansNaming(
  store: Store,
  names: ReadonlySet<string>,
): AsyncGenerator<readonly [key: string, documents: readonly Planned[]]> {
  if (names.size === 0) return
  const keys: string[] = []
  for await (const { key } of store.list(sweepPrefix)) if (isSweepBatch(key)) keys.push(key)
  for (const key of keys) {
    const content = await store.get(key)
    if (!content) continue
    const documents = JSON.parse(new TextDecoder().decode(content.bytes)) as readonly Planned[]
    if (documents.some(document => names.has(sourceKeyOf(document.key)))) yield [key, documents]
  }
}

/** Where the lake keeps what may be text. */
export const textPrefixes = [
  stagingPrefix,
  quarantinePrefix,
  unreadablePrefix,
  ...answered.map(resultsPrefix),
  sweepPrefix,
  tablesPrefix,
] as const

/** What was deleted or overwritten in a lake whose bucket keeps versions, against what a deployment asks for. */
export const eraseHistory: Step = async ({ store }, record) => {
  if (isVersioned(store)) for (const prefix of textPrefixes) await eraseBelow(store, prefix, isHistory)
  return { record }
}
