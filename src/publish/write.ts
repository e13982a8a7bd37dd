/** A plan → a release in the store. The manifest comes last in its folder, and `latest.json` after it. */
import type { TableName } from '../../schemas/index.ts'
import { schemaVersion } from '../../schemas/version.ts'
import { OperationalError, UsageError } from '../errors.ts'
import type { Store } from '../lake/store.ts'
import { sha256 } from '../tables/ids.ts'
import { pipelineVersion } from '../version.ts'
import { versionHolds } from './caching.ts'
import { causesBetween } from './causes.ts'
import { changesBetween } from './changes.ts'
import { type WrittenTable, writeChanges, writeTable } from './data.ts'
import { openFolder, type ReleaseFolder } from './folder.ts'
import { releasedRows, takenDown } from './lake-rows.ts'
import { movePointer, refuseOvertaken } from './latest.ts'
import { type ChangeCounts, checksumsFile, type Manifest, manifestFile } from './manifest.ts'
import { citation } from './metadata/citation.ts'
import { croissant } from './metadata/croissant.ts'
import { dataPackage } from './metadata/data-package.ts'
import { licenceNote } from './metadata/licence.ts'
import { readme } from './metadata/readme.ts'
import { json, licenceFile, type Release } from './metadata/release.ts'
import { schemaOrg } from './metadata/schema-org.ts'
import { failedChecks, type ReleasePlan, type ReleasePorts } from './plan.ts'
import { releasedTables } from './profiles.ts'
import { pseudonyms } from './pseudonym.ts'
import { page } from './site/page.ts'
import { refuseTakenDown } from './standing-orders.ts'
import { checksums } from './verify.ts'

/**
 * Carries out a plan. The same lake, secret and request give the same bytes. Throws a UsageError when a check of the plan
 * failed; whatever goes wrong later leaves a folder without a manifest, which the next attempt clears.
 * `secret` is the lake's own, at least 32 bytes; it never reaches the release.
 */
export async function writeRelease(plan: ReleasePlan, ports: ReleasePorts, secret: Uint8Array): Promise<Manifest> {
  const { store } = ports
  if (plan.finished) {
    await pointAt(plan, ports, plan.finished)
    return plan.finished
  }
  refuseFailed(plan)
  const folder = await openFolder(store, plan.prefix, { cacheControl: versionHolds(plan.profile) })
  const written = await writeTables(folder, plan, ports, secret)
  const compared = { ...manifestOf(plan, folder, written), changes: null }
  const manifest = { ...compared, changes: await changesSince(plan, ports, folder, compared) }
  const release: Release = {
    details: plan.details,
    manifest: { ...manifest, files: [...folder.files] },
    samples: mapValues(written, ({ sample }) => sample),
  }
  await writeDescriptions(folder, release)
  const whole = { ...manifest, files: [...folder.files] }
  await closeFolder(plan, ports, whole)
  await pointAt(plan, ports, whole)
  return whole
}

function refuseFailed(plan: ReleasePlan): void {
  const [failed, ...others] = failedChecks(plan)
  if (!failed) return
  const more = others.length > 0 ? ` (and ${others.length} more)` : ''
  throw new UsageError(`cannot release: expected «${failed.name}», found ${failed.violations} violations${more}`)
}

async function writeTables(
  folder: ReleaseFolder,
  plan: ReleasePlan,
  { warehouse }: ReleasePorts,
  secret: Uint8Array,
): Promise<Readonly<Record<TableName, WrittenTable>>> {
  const pseudonym = pseudonyms(secret, `${plan.profile} ${plan.version}`)
  const written: [string, WrittenTable][] = []
  for (const [name, released] of Object.entries(releasedTables(plan.profile))) {
    const rows = releasedRows(name as TableName, released, warehouse, pseudonym)
    const table = await writeTable(folder, released.table, rows, aboutFile(plan))
    const planned = plan.rows[name as TableName]
    if (table.summary.rows !== planned) {
      const message = `expected ${planned} rows of ${name}, came ${table.summary.rows}: the lake changed meanwhile`
      throw new OperationalError(message, { retryable: true })
    }
    written.push([name, table])
  }
  return Object.fromEntries(written) as Record<TableName, WrittenTable>
}

/** What a Parquet file says of itself. */
const aboutFile = ({ details, version, profile }: ReleasePlan) => ({
  dataset: details.name,
  release: version,
  profile,
  schema: schemaVersion,
})

function manifestOf(
  plan: ReleasePlan,
  { files }: ReleaseFolder,
  written: Readonly<Record<TableName, WrittenTable>>,
): Omit<Manifest, 'changes'> {
  return {
    manifest_version: 1,
    dataset: plan.details.name,
    version: plan.version,
    profile: plan.profile,
    published_on: plan.published_on,
    schema_version: schemaVersion,
    pipeline_version: pipelineVersion,
    figures: plan.figures,
    tables: Object.values(written).map(({ summary }) => summary),
    files: [...files],
  }
}

/** Compares the files that were just written with those of the release before. */
async function changesSince(
  plan: ReleasePlan,
  { store, warehouse }: ReleasePorts,
  folder: ReleaseFolder,
  manifest: Manifest,
): Promise<Manifest['changes']> {
  const { previous, prefix } = plan
  if (!previous) return null
  const current = { files: store, prefix, manifest }
  const causeOf = await causesBetween(previous, current, await takenDown(warehouse))
  const tables: [string, ChangeCounts][] = []
  for (const { name } of manifest.tables) {
    const changes = changesBetween(name, previous, current, causeOf)
    tables.push([name, await writeChanges(folder, name, changes, aboutFile(plan))])
  }
  return { from: previous.manifest.version, tables: Object.fromEntries(tables) }
}

async function writeDescriptions(folder: ReleaseFolder, release: Release): Promise<void> {
  const [markdown, jsonLd] = ['text/markdown; charset=utf-8', 'application/ld+json']
  await folder.put('datapackage.json', dataPackage(release), { media_type: 'application/json' })
  await folder.put('croissant.json', croissant(release), { media_type: jsonLd })
  await folder.put('dataset.jsonld', json(schemaOrg(release)), { media_type: jsonLd })
  await folder.put('CITATION.cff', citation(release), { media_type: 'application/yaml' })
  await folder.put('README.md', readme(release), { media_type: markdown })
  await folder.put(licenceFile, licenceNote(release), { media_type: markdown })
  await folder.put('index.html', page(release), { media_type: 'text/html; charset=utf-8' })
}

const encode = (text: string) => new TextEncoder().encode(text)
const manifestBytes = (manifest: Manifest) => encode(json(manifest))

/** From the moment the manifest is there, the release is. */
async function closeFolder(plan: ReleasePlan, { store }: ReleasePorts, manifest: Manifest): Promise<void> {
  const { prefix, profile, pointer } = plan
  const bytes = manifestBytes(manifest)
  await refuseDisturbed(store, prefix, manifest)
  await refuseOvertaken(store, profile, pointer)
  const served = (mediaType: string) => ({ ifNoneMatch: true, cacheControl: versionHolds(profile), mediaType })
  const sums = encode(checksums(manifest.files, sha256(bytes)))
  await store.put(prefix + checksumsFile, sums, served('text/plain; charset=utf-8'))
  if ((await store.put(prefix + manifestFile, bytes, served('application/json'))) === 'exists') {
    throw new OperationalError(`another process has written ${prefix} in ${store.name}`, { retryable: false })
  }
}

/** The folder has just the files that were put there: nobody else wrote the same release meanwhile. */
async function refuseDisturbed(store: Store, prefix: string, { files }: Manifest): Promise<void> {
  const sizes = new Map(files.map(({ path, bytes }) => [prefix + path, bytes]))
  let found = 0
  for await (const { key, sizeBytes } of store.list(prefix)) found += sizes.get(key) === sizeBytes ? 1 : Number.NaN
  if (found !== files.length) {
    const message = `expected ${files.length} files below ${prefix} in ${store.name} as they were written, found others`
    throw new OperationalError(message, { retryable: true })
  }
}

async function pointAt(plan: ReleasePlan, { store, lake }: ReleasePorts, manifest: Manifest): Promise<void> {
  await refuseTakenDown(lake, store, { files: store, prefix: plan.prefix, manifest })
  const latest = { version: manifest.version, manifest_sha256: sha256(manifestBytes(manifest)) }
  await movePointer(store, plan.profile, plan.pointer, latest)
}

const mapValues = <K extends string, T, U>(values: Readonly<Record<K, T>>, map: (value: T) => U) =>
  Object.fromEntries(Object.entries<T>(values).map(([name, value]) => [name, map(value)])) as Record<K, U>
