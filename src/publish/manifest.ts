/** What is in a release, file by file: written last, so that a folder with a manifest is whole. */
import type { TableName } from '../../schemas/index.ts'
import { UsageError } from '../errors.ts'
import type { ReleaseProfile } from '../lake/keys.ts'
import type { Figures } from './figures.ts'

export const manifestFile = 'manifest.json'
/** The same hashes, for `sha256sum -c`. */
export const checksumsFile = 'SHA256SUMS'

export interface ReleasedFile {
  /** Below the folder of the release. */
  readonly path: string
  readonly bytes: number
  /** Lower-case hexadecimal. */
  readonly sha256: string
  readonly media_type: string
  /** Of a file of a table. */
  readonly rows?: number
}

export interface TableSummary {
  readonly name: TableName
  readonly rows: number
  readonly bytes: number
  /** SHA-256 of the rows as JSON Lines, in their order: equal data, whatever wrote the files. */
  readonly rows_sha256: string
  /** Rows in which a column is null, for the columns that may be. */
  readonly nulls: Readonly<Record<string, number>>
  /** Paths of its files, in the order of the rows. */
  readonly files: readonly string[]
}

export interface ChangeCounts {
  readonly added: number
  readonly changed: number
  readonly removed: number
}

export interface Manifest {
  readonly manifest_version: 1
  readonly dataset: string
  readonly version: string
  readonly profile: ReleaseProfile
  /** `YYYY-MM-DD`. */
  readonly published_on: string
  readonly schema_version: string
  /** Version of the rules of the program that wrote the release; those that made its rows are among the figures. */
  readonly pipeline_version: number
  readonly figures: Figures
  readonly tables: readonly TableSummary[]
  /** Against the release before; null for the first. */
  readonly changes: { readonly from: string; readonly tables: Readonly<Record<string, ChangeCounts>> } | null
  /** Every file of the release but the manifest and the checksums. */
  readonly files: readonly ReleasedFile[]
}

/** What `latest.json` says. */
export interface Latest {
  /** Null when every release was withdrawn. */
  readonly version: string | null
  /** SHA-256 of the manifest; null when there is none. */
  readonly manifest_sha256: string | null
}

/** Where a release is read from: a store, a folder that somebody downloaded it to, or a web address. */
export interface Files {
  readonly name: string
  get(key: string): Promise<{ readonly bytes: Uint8Array } | null>
}

/** The manifest of the release below `prefix`; null when there is none. Throws a UsageError when it is none of ours. */
export async function readManifest(files: Files, prefix: string): Promise<Manifest | null> {
  const object = await files.get(prefix + manifestFile)
  if (!object) return null
  try {
    const manifest: unknown = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(object.bytes))
    if (isManifest(manifest)) return manifest
    throw new SyntaxError('it lacks what a manifest of version 1 has')
  } catch (cause) {
    const where = `${files.name}: ${prefix}${manifestFile}`
    throw new UsageError(`expected the manifest of a release at ${where}: ${(cause as Error).message}`, { cause })
  }
}

function isManifest(value: unknown): value is Manifest {
  const { manifest_version, version, profile, tables, files } = (value ?? {}) as Partial<Manifest>
  return (
    manifest_version === 1 &&
    typeof version === 'string' &&
    (profile === 'open' || profile === 'full') &&
    Array.isArray(tables) &&
    tables.every(table => Array.isArray(table?.files)) &&
    Array.isArray(files) &&
    files.every(
      file => typeof file?.path === 'string' && typeof file.bytes === 'number' && typeof file.sha256 === 'string',
    )
  )
}
