/** `datapackage.json`: Data Package 2.0, https://datapackage.org. */
import type { Column, ColumnType, Table } from '../../../schemas/index.ts'
import { columnComment } from '../../tables/ddl.ts'
import {
  coverageOf,
  filesOf,
  given,
  json,
  keywords,
  licenceFile,
  licenceOf,
  type Release,
  summaryOf,
  tablesOf,
} from './release.ts'

export function dataPackage(release: Release): string {
  const { details, manifest } = release
  const licence = licenceOf(release)
  return json(
    given({
      $schema: 'https://datapackage.org/profiles/2.0/datapackage.json',
      name: details.name,
      title: details.title,
      description: details.description,
      homepage: details.homepage,
      version: manifest.version,
      created: `${manifest.published_on}T00:00:00Z`,
      keywords,
      licenses: [
        licence
          ? { name: licence.id, title: licence.title, path: licence.url }
          : { name: 'LicenseRef-restricted', title: 'Rights of others: see the licence note', path: licenceFile },
      ],
      contributors: [given({ title: details.creator, path: details.homepage, roles: ['creator'] })],
      temporalCoverage: coverageOf(release),
      resources: tablesOf(release).map(table => resource(release, table)),
    }),
  )
}

/** A table of one file has its hash; one of several has them in the manifest, where the standard has no place for them. */
function resource(release: Release, table: Table) {
  const files = filesOf(release, table)
  const [only] = files
  return given({
    name: table.name,
    title: table.meaning,
    type: 'table',
    path: files.length === 1 ? only?.path : files.map(({ path }) => path),
    format: 'parquet',
    mediatype: 'application/vnd.apache.parquet',
    bytes: summaryOf(release, table).bytes,
    hash: files.length === 1 ? `sha256:${only?.sha256}` : null,
    schema: tableSchema(table),
  })
}

/** Table Schema 2.0 of a table; also what `table` gives for a resource that stands alone. */
function tableSchema({ name: self, columns, primaryKey, references }: Table) {
  return given({
    fieldsMatch: ['equal'],
    fields: Object.entries(columns).map(([name, column]) => field(name, column)),
    primaryKey,
    foreignKeys: references?.map(({ column, table, key }) => ({
      fields: [column],
      // A table that refers to itself is not named.
      reference: table === self ? { fields: [key] } : { resource: table, fields: [key] },
    })),
  })
}

function field(name: string, column: Column) {
  const { type, example, nullMeans } = column
  return given({
    name,
    ...fieldType(type),
    description: columnComment(column),
    // The standard wants it as text, whatever the type.
    example: typeof example === 'string' ? example : JSON.stringify(example),
    constraints: given({
      required: nullMeans === undefined ? true : null,
      enum: type.kind === 'code' ? type.values : null,
      jsonSchema: type.kind === 'list' ? jsonSchema(type) : null,
    }),
  })
}

function fieldType(type: ColumnType) {
  switch (type.kind) {
    case 'string':
    case 'code':
      return { type: 'string' }
    case 'int32':
    case 'int64':
      return { type: 'integer' }
    case 'double':
      return { type: 'number' }
    case 'timestamp':
      return { type: 'datetime' }
    case 'boolean':
    case 'date':
      return { type: type.kind }
    case 'list':
      return { type: 'array' }
    case 'struct':
      return { type: 'object' }
  }
}

type JsonSchema = Readonly<Record<string, unknown>>

/** What the elements of a list are, for which the standard asks JSON Schema. */
function jsonSchema(type: ColumnType): JsonSchema {
  switch (type.kind) {
    case 'list':
      return { type: 'array', items: jsonSchema(type.of) }
    case 'struct':
      return {
        type: 'object',
        required: Object.keys(type.fields),
        properties: Object.fromEntries(
          Object.entries(type.fields).map(([name, { type, nullMeans }]) => [
            name,
            nullMeans === undefined ? jsonSchema(type) : { anyOf: [jsonSchema(type), { type: 'null' }] },
          ]),
        ),
      }
    case 'code':
      return { type: 'string', enum: type.values }
    case 'date':
      return { type: 'string', format: 'date' }
    case 'timestamp':
      return { type: 'string', format: 'date-time' }
    default:
      return { type: fieldType(type).type }
  }
}
