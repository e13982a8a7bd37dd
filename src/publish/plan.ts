/** What a release would be: decided before anything is written, and shown by --dry-run. */
import type { TableName } from '../../schemas/index.ts'
import { UsageError } from '../errors.ts'
import { type ReleaseProfile, releasePrefix } from '../lake/keys.ts'
import type { Store } from '../lake/store.ts'
import type { Warehouse } from '../lake/warehouse.ts'
import { type CheckResult, runChecks } from './checks.ts'
import { type Details, readDetails } from './details.ts'
import { type Figures, readFigures } from './figures.ts'
import { countRows } from './lake-rows.ts'
import { type Pointer, readPointer, releaseNamed } from './latest.ts'
import { type Manifest, readManifest } from './manifest.ts'
import { refuseWithdrawn } from './notice.ts'
import { releasedTables } from './profiles.ts'
import type { ReleaseAt } from './release-rows.ts'
import { checkOrders } from './standing-orders.ts'
import { compareVersions, newestVersion } from './versions.ts'

export interface ReleaseRequest {
  /** Three numbers, such as 2026.10.0; later releases have greater ones. */
  readonly version: string
  readonly profile: ReleaseProfile
  /** `YYYY-MM-DD`: the clock is the caller's. */
  readonly published_on: string
}

export interface ReleasePorts {
  /** Where releases of the profile lie. */
  readonly store: Store
  /** Where the owner's words about them lie, and takedowns; in a lake on disk the same. */
  readonly lake: Store
  readonly warehouse: Warehouse
}

export interface ReleasePlan extends ReleaseRequest {
  /** Folder of the release in the store. */
  readonly prefix: string
  readonly details: Details
  readonly figures: Figures
  readonly rows: Readonly<Record<TableName, number>>
  readonly checks: readonly CheckResult[]
  /** What `latest.json` says now; null before the first. */
  readonly pointer: Pointer | null
  /** The release that it names, with which this one is compared. */
  readonly previous: ReleaseAt | null
  /** The release itself, when it is whole already and only `latest.json` does not name it yet. */
  readonly finished: Manifest | null
}

/** Reads what the release needs and writes nothing. Throws a UsageError when the version is taken or not a later one. */
export async function planRelease(request: ReleaseRequest, ports: ReleasePorts): Promise<ReleasePlan> {
  const { store, lake, warehouse } = ports
  const prefix = releasePrefix(request.profile, request.version)
  const pointer = await readPointer(store, request.profile)
  const previous = await releaseNamed(store, request.profile, pointer)
  await refuseWithdrawn(store, prefix)
  const finished = await readManifest(store, prefix)
  const newest = await newestVersion(store, request.profile)
  if (newest !== null && compareVersions(request.version, newest) <= 0) {
    const taken = finished ? `release ${request.version} is there already, and a release never changes: ` : ''
    throw new UsageError(`${taken}expected a version after ${newest}, the newest, got ${request.version}`)
  }
  const rows: [string, number][] = []
  for (const name of Object.keys(releasedTables(request.profile)) as TableName[])
    rows.push([name, await countRows(name, warehouse)])
  return {
    ...request,
    prefix,
    details: await readDetails(lake),
    figures: await readFigures(warehouse),
    rows: Object.fromEntries(rows) as Record<TableName, number>,
    checks: [...(await runChecks(warehouse)), await checkOrders(lake, warehouse)],
    pointer,
    previous,
    finished,
  }
}

/** The checks that keep a plan from being carried out. */
export const failedChecks = ({ checks }: ReleasePlan): readonly CheckResult[] =>
  checks.filter(({ violations }) => violations > 0)

/** The first version of a month that is later than every release: `2026.10.0`, then `2026.10.1`. `day` is `YYYY-MM-DD`. */
export function nextVersion(newest: string | null, day: string): string {
  const first = `${Number(day.slice(0, 4))}.${Number(day.slice(5, 7))}.0`
  if (newest === null || compareVersions(first, newest) > 0) return first
  const [year, month, patch] = newest.split('.').map(Number)
  return `${year}.${month}.${Number(patch) + 1}`
}
