/** Takedowns that were ordered, against what is to be published: an order counts from the moment it is written. */
import { UsageError } from '../errors.ts'
import { parseTakedown, takedownPrefix } from '../lake/keys.ts'
import type { Store } from '../lake/store.ts'
import type { Warehouse } from '../lake/warehouse.ts'
import type { CheckResult } from './checks.ts'
import { manifestFile } from './manifest.ts'
import { type ReleaseAt, rowsOfRelease } from './release-rows.ts'

async function orderedIn(lake: Store): Promise<ReadonlySet<string>> {
  const ordered = new Set<string>()
  for await (const { key } of lake.list(takedownPrefix)) {
    const id = parseTakedown(key)
    if (id !== null) ordered.add(id)
  }
  return ordered
}

/** Articles that the tables still show although their takedown was ordered: no merge has come since. */
export async function checkOrders(lake: Store, warehouse: Warehouse): Promise<CheckResult> {
  const ordered = await orderedIn(lake)
  let violations = 0
  if (ordered.size > 0) {
    const { rows } = await warehouse.query('SELECT article_id FROM articles WHERE deleted_because IS NULL')
    for await (const { article_id } of rows) if (ordered.has(String(article_id))) violations++
  }
  return { name: 'articles: none was ordered to be taken down', violations }
}

/**
 * Whoever orders a takedown looks for releases after that; so a release looks for orders after it is one, and one of the two
 * sees the other. A release that nobody was told of loses its manifest then, and the next attempt writes it anew.
 */
export async function refuseTakenDown(lake: Store, store: Store, release: ReleaseAt): Promise<void> {
  const ordered = await orderedIn(lake)
  if (ordered.size === 0) return
  for await (const { article_id } of rowsOfRelease(release, 'articles')) {
    if (!ordered.has(String(article_id))) continue
    await store.delete(release.prefix + manifestFile)
    throw new UsageError(`cannot release: the takedown of ${article_id} was ordered meanwhile; merge, then try again`)
  }
}
