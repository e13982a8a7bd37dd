/** `croissant.json`: Croissant 1.1, https://docs.mlcommons.org/croissant. */
import type { Column, ColumnType, Table } from '../../../schemas/index.ts'
import { columnComment } from '../../tables/ddl.ts'
import type { ReleasedFile } from '../manifest.ts'
import {
  citationOf,
  coverageOf,
  filesOf,
  given,
  json,
  keywords,
  licenceFile,
  licenceOf,
  type Release,
  tablesOf,
} from './release.ts'

/** The context that the specification recommends, as far as it is used here. */
const context = {
  '@language': 'en',
  '@vocab': 'https://schema.org/',
  sc: 'https://schema.org/',
  cr: 'http://mlcommons.org/croissant/',
  rai: 'http://mlcommons.org/croissant/RAI/',
  dct: 'http://purl.org/dc/terms/',
  citeAs: 'cr:citeAs',
  column: 'cr:column',
  conformsTo: 'dct:conformsTo',
  containedIn: 'cr:containedIn',
  data: { '@id': 'cr:data', '@type': '@json' },
  dataType: { '@id': 'cr:dataType', '@type': '@vocab' },
  examples: { '@id': 'cr:examples', '@type': '@json' },
  extract: 'cr:extract',
  field: 'cr:field',
  fileProperty: 'cr:fileProperty',
  fileObject: 'cr:fileObject',
  fileSet: 'cr:fileSet',
  format: 'cr:format',
  includes: 'cr:includes',
  isArray: 'cr:isArray',
  isLiveDataset: 'cr:isLiveDataset',
  jsonPath: 'cr:jsonPath',
  key: 'cr:key',
  md5: 'cr:md5',
  parentField: 'cr:parentField',
  path: 'cr:path',
  recordSet: 'cr:recordSet',
  references: 'cr:references',
  regex: 'cr:regex',
  repeated: 'cr:repeated',
  replace: 'cr:replace',
  separator: 'cr:separator',
  source: 'cr:source',
  subField: 'cr:subField',
  transform: 'cr:transform',
}

/** Not the registered name, but the one that readers of Croissant know. */
const MEDIA_TYPE = 'application/x-parquet'

export function croissant(release: Release): string {
  const { details, manifest } = release
  return json(
    given({
      '@context': context,
      '@type': 'sc:Dataset',
      'dct:conformsTo': 'http://mlcommons.org/croissant/1.1',
      name: details.name,
      alternateName: details.title,
      description: details.description,
      url: details.homepage ?? './',
      license: licenceOf(release)?.url ?? licenceFile,
      creator: given({ '@type': 'sc:Organization', name: details.creator, url: details.homepage }),
      datePublished: manifest.published_on,
      version: manifest.version,
      inLanguage: manifest.figures.languages,
      keywords,
      temporalCoverage: coverageOf(release),
      citeAs: citationOf(release),
      isLiveDataset: false,
      'rai:personalSensitiveInformation': personalInformation(manifest.profile),
      distribution: tablesOf(release).flatMap(table => distribution(table, filesOf(release, table))),
      recordSet: tablesOf(release).map(table => recordSet(table, filesOf(release, table).length)),
    }),
  )
}

const personalInformation = (profile: 'open' | 'full') =>
  profile === 'open'
    ? 'Names of people whom the press quotes or reports on. Readers who commented have pseudonyms; what they wrote is left out.'
    : 'Names of people whom the press quotes or reports on, and names and words of readers who commented.'

const FILE_SET = '-files'

/** The files of a table, and where there are several, all of them under one name. */
function distribution({ name }: Table, files: readonly ReleasedFile[]) {
  const objects = files.map(({ path, bytes, sha256 }) => ({
    '@type': 'cr:FileObject',
    '@id': path,
    name: path,
    contentUrl: path,
    encodingFormat: MEDIA_TYPE,
    contentSize: `${bytes} B`,
    sha256,
  }))
  const set = {
    '@type': 'cr:FileSet',
    '@id': name + FILE_SET,
    name: name + FILE_SET,
    containedIn: files.map(({ path }) => ({ '@id': path })),
    encodingFormat: MEDIA_TYPE,
    includes: '*.parquet',
  }
  return files.length === 1 ? objects : [...objects, set]
}

function recordSet(table: Table, fileCount: number) {
  const source =
    fileCount === 1
      ? { fileObject: { '@id': `data/${table.name}/part-00000.parquet` } }
      : { fileSet: { '@id': table.name + FILE_SET } }
  return {
    '@type': 'cr:RecordSet',
    '@id': table.name,
    name: table.name,
    description: table.meaning,
    key: table.primaryKey.map(column => ({ '@id': `${table.name}/${column}` })),
    field: Object.entries(table.columns).map(([name, column]) => field(table, name, column, source)),
  }
}

function field(table: Table, name: string, column: Column, source: object) {
  const id = `${table.name}/${name}`
  // Readers take a reference for a join, which a table cannot have with itself.
  const reference = table.references?.find(({ column, table: other }) => column === name && other !== table.name)
  const element = column.type.kind === 'list' ? column.type.of : column.type
  const extract = { ...source, extract: { column: name } }
  return given({
    '@type': 'cr:Field',
    '@id': id,
    name,
    description: columnComment(column),
    ...(element.kind === 'struct'
      ? { subField: subFields(id, element.fields, extract) }
      : { dataType: dataType(element), source: extract }),
    isArray: column.type.kind === 'list' ? true : null,
    references: reference ? { field: { '@id': `${reference.table}/${reference.key}` } } : null,
  })
}

const subFields = (id: string, fields: Readonly<Record<string, Column>>, source: object) =>
  Object.entries(fields).map(([name, column]) => ({
    '@type': 'cr:Field',
    '@id': `${id}/${name}`,
    name,
    description: columnComment(column),
    dataType: dataType(column.type),
    source: { ...source, transform: { jsonPath: `$[*].${name}` } },
  }))

function dataType({ kind }: ColumnType): string {
  switch (kind) {
    case 'int32':
    case 'int64':
      return 'sc:Integer'
    case 'double':
      return 'sc:Float'
    case 'boolean':
      return 'sc:Boolean'
    case 'date':
      return 'sc:Date'
    case 'timestamp':
      return 'sc:DateTime'
    default:
      return 'sc:Text'
  }
}
