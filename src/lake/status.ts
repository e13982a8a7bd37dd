/** What a lake holds. */
import { tables } from '../../schemas/index.ts'
import { planInbox } from './inbox.ts'
import { parseReleaseVersion, parseTakedown, quarantinePrefix, releaseRoot, takedownPrefix } from './keys.ts'
import type { Lake } from './lake.ts'
import { completeBatches } from './staged-batches.ts'
import { rowsOf } from './warehouse.ts'

export interface LakeStatus {
  /** Rows that people see, per table; articles that are gone are not counted. */
  readonly rows: Readonly<Record<string, number>>
  readonly outcomes: Readonly<Record<string, number>>
  readonly waiting: {
    /** Objects of the inbox that are new, changed or gone. */
    readonly documents: number
    readonly batches: number
  }
  readonly quarantined: number
  readonly takedowns: number
  /** Versions, those of full releases with that word. */
  readonly releases: readonly string[]
}

const counts = Object.keys(tables)
  .map(
    name =>
      `SELECT '${name}' AS name, count(*) AS n FROM ${name}${name === 'articles' ? ' WHERE deleted_because IS NULL' : ''}`,
  )
  .join(' UNION ALL ')

export async function lakeStatus({ inbox, store, warehouse }: Lake): Promise<LakeStatus> {
  const pairs = async (sql: string) =>
    Object.fromEntries((await rowsOf(warehouse, sql)).map(({ name, n }) => [String(name), Number(n)]))
  const found = await pairs(counts)
  const plan = await planInbox(inbox, warehouse)
  return {
    rows: Object.fromEntries(Object.keys(tables).map(name => [name, found[name] ?? 0])),
    outcomes: await pairs(
      'SELECT outcome AS name, count(*) AS n FROM documents GROUP BY outcome ORDER BY n DESC, outcome',
    ),
    waiting: { documents: plan.due.length + plan.removed.length, batches: (await completeBatches(store)).length },
    quarantined: await count(store.list(quarantinePrefix), key => key.endsWith('.json')),
    takedowns: await count(store.list(takedownPrefix), key => parseTakedown(key) !== null),
    releases: await releaseVersions(store),
  }
}

async function count(objects: AsyncIterable<{ readonly key: string }>, counts: (key: string) => boolean) {
  let n = 0
  for await (const { key } of objects) if (counts(key)) n++
  return n
}

/** Releases of which the store holds something: versions, and for full ones that they are full. */
export async function releaseVersions(store: Lake['store']): Promise<readonly string[]> {
  const versions = new Set<string>()
  for (const profile of ['open', 'full'] as const) {
    for await (const { key } of store.list(releaseRoot(profile))) {
      const version = parseReleaseVersion(profile, key)
      if (version) versions.add(profile === 'open' ? version : `${version} (full)`)
    }
  }
  return [...versions]
}
