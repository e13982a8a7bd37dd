/**
 * Schedules: what happens to a few objects of an inbox, and in which order the lake hears of it. Objects of different worlds
 * have nothing in common, so that one run of the lake goes through many schedules at once.
 */
import fc from 'fast-check'
import { type ObjectReading, readObject, removedObject } from '../../../src/lake/reading.ts'
import { foundRevision, sequencerRevision } from '../../../src/lake/revisions.ts'
import { makeId } from '../../../src/tables/ids.ts'
import type { DocumentRows } from '../../../src/tables/rows.ts'
import type { Facts } from '../../../src/types.ts'
import { pipelineVersion } from '../../../src/version.ts'
import { CRASH, processTiny, tiny } from '../../support/tiny-documents.ts'

export const KEYS = 3
const URLS = 2
const WORDS = ['one', 'two', 'three']

/** Lines of a tiny document, or null for «deleted». */
type Content = readonly string[] | null

interface Operation {
  readonly key: number
  readonly content: Content
}

/** One of perhaps several times that the lake hears of an operation. */
interface Delivery {
  /** Operations that have happened since, when the object is read: it is read as it is then. */
  readonly late: number
  readonly batch: number
  /** Which version of the rules reads it. */
  readonly rules: 1 | 2
}

/** Somebody looks at the object of an operation, without its event. */
interface Look extends Delivery {
  /** How much of what is known of the object then is known to whoever looks, as a number to be taken modulo. */
  readonly knows: number
}

export interface World {
  readonly operations: readonly (Operation & {
    /** None when the event is lost. */
    readonly deliveries: readonly Delivery[]
    readonly looks: readonly Look[]
  })[]
  /** For each key, the look that makes up for a last event that was lost: all is known by then. */
  readonly lastLooks: readonly Delivery[]
  /** Orders to take the article of a URL down, each from some slot on. */
  readonly takedowns: readonly { readonly url: number; readonly slot: number }[]
}

const line = fc
  .tuple(
    fc.option(fc.integer({ min: 0, max: URLS - 1 }), { nil: null }),
    fc.array(fc.constantFrom(...WORDS), { minLength: 1, maxLength: 2 }),
  )
  .map(([url, words]) => `${url === null ? '' : `https://news.example/WORLD/${url} `}${words.join(' ')}`)

const content: fc.Arbitrary<Content> = fc.oneof(
  { weight: 6, arbitrary: fc.array(line, { minLength: 1, maxLength: 2 }) },
  { weight: 3, arbitrary: fc.constant(null) },
  { weight: 1, arbitrary: fc.constant([CRASH]) },
)

/** Worlds whose readings are spread over so many batches and takedowns over so many slots. */
export const worldOf = (batches: number, slots: number): fc.Arbitrary<World> => {
  const heard = {
    late: fc.integer({ min: 0, max: 2 }),
    batch: fc.integer({ min: 0, max: batches - 1 }),
    rules: fc.constantFrom(1 as const, 1 as const, 1 as const, 2 as const),
  }
  const delivery = fc.record(heard)
  const look = fc.record({ ...heard, knows: fc.nat({ max: 5 }) })
  const operation = fc.record({
    key: fc.integer({ min: 0, max: KEYS - 1 }),
    content,
    deliveries: fc.oneof(
      { weight: 1, arbitrary: fc.constant([]) },
      { weight: 6, arbitrary: fc.array(delivery, { minLength: 1, maxLength: 3 }) },
    ),
    looks: fc.oneof(
      { weight: 3, arbitrary: fc.constant([]) },
      { weight: 1, arbitrary: fc.array(look, { maxLength: 2 }) },
    ),
  })
  return fc.record({
    operations: fc.array(operation, { minLength: 1, maxLength: 6 }),
    lastLooks: fc.array(delivery, { minLength: KEYS, maxLength: KEYS }),
    takedowns: fc.oneof(
      { weight: 5, arbitrary: fc.constant([]) },
      {
        weight: 1,
        arbitrary: fc.array(
          fc.record({
            url: fc.integer({ min: 0, max: URLS - 1 }),
            slot: fc.integer({ min: 0, max: slots - 1 }),
          }),
          { minLength: 1, maxLength: 1 },
        ),
      },
    ),
  })
}

export const urlArticle = (world: number, url: number): string =>
  makeId('a', 'url', `https://news.example/${world}/${url}`)

export interface Staged {
  readonly batch: number
  readonly reading: ObjectReading
}

/** An object of the inbox at the end of time. */
export interface FinalObject {
  readonly sourceKey: string
  readonly content: Content
}

/**
 * Every reading that the lake gets of a world, with the batch in which it comes. Revisions order the states of one object;
 * those of different objects may be equal. `found` gives the revision of what was seen without an event.
 */
export function readingsOf(world: World, index: number, found = foundRevision): readonly Staged[] {
  return Array.from({ length: KEYS }, (_, key) => readingsOfKey(world, index, key, found)).flat()
}

function readingsOfKey(world: World, index: number, key: number, found: typeof foundRevision): readonly Staged[] {
  const staged: Staged[] = []
  /** What `documents` may know of the object, and since when. */
  const known: { readonly revision: string; readonly since: number }[] = []
  const read = (at: number, { late, batch, rules }: Delivery, revision: string) => {
    const state = { sourceKey: sourceKey(index, key), revision }
    staged.push({ batch, reading: readingOf(state, contentAt(world, key, at + late), index, rules) })
    known.push({ revision, since: at + late })
  }
  let events = 0
  for (const [at, operation] of world.operations.entries()) {
    if (operation.key !== key) continue
    const revision = eventRevision(events++)
    for (const delivery of operation.deliveries) read(at, delivery, revision)
    for (const look of operation.looks) {
      const before = known.filter(({ since }) => since <= at + look.late).map(({ revision }) => revision)
      read(
        at,
        look,
        found([null, ...before][look.knows % (before.length + 1)] ?? null, timeOf(world, key, at + look.late)),
      )
    }
  }
  const last = world.operations.findLastIndex(operation => operation.key === key)
  if (last >= 0 && world.operations[last]?.deliveries.length === 0) {
    const newest =
      known
        .map(({ revision }) => revision)
        .sort()
        .at(-1) ?? null
    const end = world.operations.length
    if (newest !== null || contentAt(world, key, end) !== null)
      read(end, world.lastLooks[key] as Delivery, found(newest, timeOf(world, key, end)))
  }
  return staged
}

/** Sequencers have no fixed length. */
const eventRevision = (count: number) => sequencerRevision(`0055AED6${count}${count % 2 === 0 ? '' : 'F3A'}`)

/** When the object was last written, or the time itself when there is none. */
function timeOf(world: World, key: number, at: number): bigint {
  const written = world.operations.slice(0, at + 1).findLastIndex(operation => operation.key === key)
  return BigInt(contentAt(world, key, at) === null ? at : written) * 1_000_000n
}

/** What the inbox holds in the end: the last state of each object. */
export function finalObjects(world: World, index: number): readonly FinalObject[] {
  return Array.from({ length: KEYS }, (_, key) => ({
    sourceKey: sourceKey(index, key),
    content: contentAt(world, key, world.operations.length),
  }))
}

/** What an object gives when it is read with these rules. */
export function readingOf(
  state: Pick<Facts, 'sourceKey' | 'revision'>,
  content: Content,
  world: number,
  rules: 1 | 2,
): ObjectReading {
  if (content === null) return withRules(removedObject(state.sourceKey, state.revision), rules)
  const bytes = tiny(...content.map(text => text.replace('WORLD', String(world))))
  return readObject(bytes, state, { process: rules === 1 ? processTiny : processNewer })
}

const sourceKey = (world: number, key: number) => `${world}/${key}`

/** The object after operation `at`, or after the last that there is. */
function contentAt({ operations }: World, key: number, at: number): Content {
  return operations.slice(0, at + 1).findLast(operation => operation.key === key)?.content ?? null
}

/** The version that newer rules say they are. */
export const NEWER = pipelineVersion + 1

/** Newer rules: they read another word, and the ids of what they find are their own. */
function processNewer(bytes: Uint8Array, facts: Facts): DocumentRows {
  const text = new TextDecoder().decode(bytes).replaceAll('three', 'three four')
  const { document, articles } = processTiny(new TextEncoder().encode(text), facts)
  const { document_id, size_bytes } = processTiny(bytes, facts).document
  const again = <R extends { readonly pipeline_version: number }>(row: R): R => ({ ...row, pipeline_version: NEWER })
  return {
    document: { ...again(document), document_id, size_bytes },
    articles: articles.map(rows => ({
      ...rows,
      article: { ...again(rows.article), document_id: document_id as string },
      quotes: rows.quotes.map(row => ({ ...again(row), quote_id: makeId('q', row.quote_id, NEWER) })),
    })),
  }
}

/** A removal that was noticed by a program of these rules. */
function withRules(reading: ObjectReading, rules: 1 | 2): ObjectReading {
  if (rules === 1) return reading
  const id = makeId('r', reading.id, NEWER)
  const document = { ...reading.document, pipeline_version: NEWER }
  const documents = reading.rows.documents.map(row => ({ ...row, ...document, reading_id: id }))
  return { id, document, rows: { ...reading.rows, documents } }
}
