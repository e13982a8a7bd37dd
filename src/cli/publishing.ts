/** What a release is made with, of a lake on disk or in the cloud. */
import { isInCloud } from '../lake/address.ts'
import type { CloudLake } from '../lake/cloud/lake.ts'
import type { ReleaseProfile } from '../lake/keys.ts'
import type { Lake } from '../lake/lake.ts'
import type { ReleasePorts } from '../publish/plan.ts'
import { progressOn } from './terminal/progress.ts'
import type { Streams } from './terminal/streams.ts'
import { cloudLake, readingLake } from './with-lake.ts'

export interface Publishing extends ReleasePorts {
  /** Milliseconds since 1970. */
  readonly clock: () => number
  /** From which pseudonyms are made. */
  readonly secret: () => Promise<Uint8Array>
  /** Where the folder of a release lies, and the words with which `verify` finds it. */
  readonly at: (prefix: string, version: string) => { readonly folder: string; readonly named: string }
}

/** Runs `action` with all that releases of the profile take. In the cloud, the tables are copied when they are first asked. */
export const publishing = <T>(
  { lake: place, profile }: { readonly lake: string; readonly profile: ReleaseProfile },
  streams: Pick<Streams, 'err'>,
  action: (publishing: Publishing) => Promise<T>,
): Promise<T> =>
  isInCloud(place)
    ? cloudLake(place, streams, lake => publishingInCloud(lake, profile, streams, action))
    : readingLake(place, lake => action(onDisk(lake)))

function onDisk({ name, store, warehouse, clock }: Lake): Publishing {
  return {
    store,
    lake: store,
    warehouse,
    clock,
    secret: async () => (await import('../lake/secret-disk.ts')).diskSecret(name),
    at: prefix => ({ folder: `${name}/${prefix.slice(0, -1)}`, named: `${name}/${prefix.slice(0, -1)}` }),
  }
}

/** The same on a lake in the cloud that is open. */
export async function publishingInCloud<T>(
  lake: CloudLake,
  profile: ReleaseProfile,
  { err }: Pick<Streams, 'err'>,
  action: (publishing: Publishing) => Promise<T>,
): Promise<T> {
  const [{ copiedWarehouse }, { releasesOf }, { cloudSecret }] = await Promise.all([
    import('../lake/cloud/copy.ts'),
    import('../lake/cloud/releases.ts'),
    import('../lake/cloud/secret.ts'),
  ])
  const progress = progressOn(err)
  const warehouse = copiedWarehouse(lake, {
    progress: (table, nth, of) => progress.step('copying table', nth, of, table),
  })
  const store = releasesOf(lake, profile)
  const profileText = profile === 'open' ? '' : ` --profile ${profile}`
  try {
    return await action({
      store,
      lake: lake.store,
      warehouse,
      clock: lake.clock,
      secret: () => cloudSecret(lake.store),
      at: (prefix, version) => ({
        folder: `${store.name}${prefix.slice(0, -1)}`,
        named: `${version}${profileText} --lake ${lake.address}`,
      }),
    })
  } finally {
    progress.end()
    await warehouse.close()
  }
}
