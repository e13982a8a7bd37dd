/** What every page and description of a release is printed from. */
import type { Table, TableName } from '../../../schemas/index.ts'
import type { ResultRow } from '../../lake/warehouse.ts'
import type { Details } from '../details.ts'
import type { Manifest, ReleasedFile, TableSummary } from '../manifest.ts'
import { releasedTables } from '../profiles.ts'

export interface Release {
  readonly details: Details
  /** Lists, of all files, those of the tables and the changes. */
  readonly manifest: Manifest
  /** The first rows of each table. */
  readonly samples: Readonly<Record<TableName, readonly ResultRow[]>>
}

export const tablesOf = ({ manifest }: Release): readonly Table[] =>
  Object.values(releasedTables(manifest.profile)).map(({ table }) => table)

export function summaryOf({ manifest }: Release, { name }: Table): TableSummary {
  const summary = manifest.tables.find(table => table.name === name)
  if (!summary) throw new RangeError(`expected ${name} among the tables of the manifest`)
  return summary
}

export function filesOf(release: Release, table: Table): readonly ReleasedFile[] {
  const paths = new Set(summaryOf(release, table).files)
  return release.manifest.files.filter(({ path }) => paths.has(path))
}

export interface Licence {
  /** SPDX identifier. */
  readonly id: string
  readonly title: string
  readonly url: string
}

/** The licence of what this program and the publisher added; null where a release holds whole texts of others. */
export function licenceOf({ manifest }: Release): Licence | null {
  return manifest.profile === 'open'
    ? {
        id: 'CC-BY-4.0',
        title: 'Creative Commons Attribution 4.0 International',
        url: 'https://creativecommons.org/licenses/by/4.0/',
      }
    : null
}

export const licenceFile = 'LICENSE-DATA.md'

export const titleOf = ({ details, manifest }: Release) => `${details.title}, ${manifest.version}`

/** How to cite the release, in one line. */
export const citationOf = ({ details, manifest }: Release) =>
  `${details.creator} (${manifest.published_on.slice(0, 4)}): ${details.title}. Version ${manifest.version}.${details.homepage ? ` ${details.homepage}` : ''}`

/** ISO 8601 interval of the articles; null when no date is known. */
export const coverageOf = ({ manifest: { figures } }: Release) =>
  figures.first_day && figures.last_day ? `${figures.first_day}/${figures.last_day}` : null

export const keywords = ['news', 'quotations', 'political events', 'reader comments', 'Arabic']

/** JSON as it is published: two spaces, a newline at the end. */
export const json = (value: unknown) => `${JSON.stringify(value, null, 2)}\n`

/** The fields that have a value. */
export const given = <T extends object>(fields: T): Partial<T> =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== null && value !== undefined)) as Partial<T>
