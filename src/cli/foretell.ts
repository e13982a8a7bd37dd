/** What a takedown would do, of the article that somebody names. */
import { UsageError } from '../errors.ts'
import type { Store, VersionedStore } from '../lake/store.ts'
import { bodiesOf, type Foretold, findArticle, foretell, ownArticleId } from '../lake/takedown/find.ts'
import type { WithdrawnRelease } from '../lake/takedown/record.ts'
import type { Warehouse } from '../lake/warehouse.ts'
import { releasesHolding } from '../publish/withdraw.ts'

export interface ForetoldArticle {
  readonly id: string
  /** Null when the lake does not have the article. */
  readonly what: Foretold | null
  readonly releases: readonly WithdrawnRelease[]
}

/** Throws a UsageError when the lake does not have it, unless the order is given ahead. */
export async function foretellBy(
  lake: { readonly warehouse: Warehouse; readonly store: Store },
  releases: readonly (Store | VersionedStore)[],
  name: string,
  asked: { readonly ahead: boolean; readonly yes: boolean; readonly lake: string },
): Promise<ForetoldArticle> {
  const id = await findArticle(lake.warehouse, name)
  if (id === null) {
    const own = asked.ahead ? ownArticleId(name) : null
    if (own !== null) return { id: own, what: null, releases: [] }
    throw new UsageError(`expected an article of ${asked.lake}, found none for ${name}; --ahead orders it all the same`)
  }
  if (asked.yes) return { id, what: null, releases: [] }
  const sought = { article_id: id, ...(await bodiesOf(lake.warehouse, id)) }
  return { id, what: await foretell(lake, id), releases: await releasesHolding(releases, sought) }
}
