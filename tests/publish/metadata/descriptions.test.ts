/** What the standards ask for of the descriptions of a release. */
import { describe, expect, test } from 'vitest'
import { citation } from '../../../src/publish/metadata/citation.ts'
import { croissant } from '../../../src/publish/metadata/croissant.ts'
import { dataPackage } from '../../../src/publish/metadata/data-package.ts'
import { licenceNote } from '../../../src/publish/metadata/licence.ts'
import { readme } from '../../../src/publish/metadata/readme.ts'
import { schemaOrg } from '../../../src/publish/metadata/schema-org.ts'
import { releasedTables } from '../../../src/publish/profiles.ts'
import { inventedRelease } from '../../support/release.ts'

const open = inventedRelease()
const tables = Object.values(releasedTables('open')).map(({ table }) => table)
const columnsOf = (name: string) => Object.keys(tables.find(table => table.name === name)?.columns ?? {})

interface Described {
  readonly '@id': string
  readonly name: string
  readonly [key: string]: unknown
}

/** Every value below `key`, wherever it stands. */
function valuesOf(key: string, value: unknown): readonly unknown[] {
  if (Array.isArray(value)) return value.flatMap(item => valuesOf(key, item))
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([name, inner]) => [...(name === key ? [inner] : []), ...valuesOf(key, inner)])
}

describe('Croissant 1.1', () => {
  const described = JSON.parse(croissant(open))

  test('has what is required', () => {
    expect(described).toMatchObject({
      '@type': 'sc:Dataset',
      'dct:conformsTo': 'http://mlcommons.org/croissant/1.1',
      name: 'press-archive',
      description: expect.any(String),
      license: 'https://creativecommons.org/licenses/by/4.0/',
      url: 'https://data.example/press',
      creator: { name: 'The Example Institute' },
      datePublished: '2024-03-21',
    })
    for (const file of described.distribution as readonly Described[])
      expect(file).toMatchObject({
        contentUrl: file.name,
        encodingFormat: 'application/x-parquet',
        sha256: 'ab'.repeat(32),
      })
  })

  test('has every column, and every id once and every reference to one', () => {
    const sets = described.recordSet as readonly (Described & { readonly field: readonly Described[] })[]
    expect(sets.map(({ name, field }) => [name, field.map(({ name }) => name)])).toEqual(
      tables.map(({ name }) => [name, columnsOf(name)]),
    )
    const isDefinition = (value: unknown): value is Described =>
      typeof value === 'object' && value !== null && '@type' in value
    const all = [
      ...described.distribution,
      ...described.recordSet,
      ...valuesOf('field', described),
      ...valuesOf('subField', described),
    ]
    const ids = all
      .flat()
      .filter(isDefinition)
      .map(value => value['@id'])
    expect(new Set(ids).size).toBe(ids.length)
    for (const id of valuesOf('@id', described.recordSet)) expect(ids).toContain(id)
  })

  test('shows what is nested, and files in parts as one set', () => {
    const actors = valuesOf('field', described)
      .flat()
      .find(value => (value as Described)['@id'] === 'events/actors')
    expect(actors).toMatchObject({
      isArray: true,
      subField: expect.arrayContaining([expect.objectContaining({ name: 'part' })]),
    })
    const parts = JSON.parse(croissant(inventedRelease({}, 'open', 2)))
    const sets = parts.distribution.filter((file: Described) => file['@type'] === 'cr:FileSet')
    expect(sets).toHaveLength(5)
    expect(sets[0].containedIn).toEqual([
      { '@id': 'data/documents/part-00000.parquet' },
      { '@id': 'data/documents/part-00001.parquet' },
    ])
    expect(valuesOf('fileObject', parts.recordSet)).toEqual([])
  })

  test('without a homepage still has an address', () => {
    const { details, ...rest } = open
    expect(JSON.parse(croissant({ ...rest, details: { ...details, homepage: null } })).url).toBe('./')
  })
})

describe('Data Package 2.0', () => {
  const described = JSON.parse(dataPackage(open))

  test('has a resource a table, with its columns, keys and hash', () => {
    expect(described.$schema).toBe('https://datapackage.org/profiles/2.0/datapackage.json')
    for (const [i, table] of tables.entries()) {
      const { name, path, hash, schema } = described.resources[i]
      expect([name, path, hash]).toEqual([table.name, `data/${name}/part-00000.parquet`, `sha256:${'ab'.repeat(32)}`])
      expect(schema.fields.map((field: Described) => field.name)).toEqual(columnsOf(name))
      expect(schema.primaryKey).toEqual(table.primaryKey)
      for (const { name, example } of schema.fields) expect([name, typeof example]).toEqual([name, 'string'])
    }
    expect(described.resources[3].schema.foreignKeys).toEqual([
      { fields: ['article_id'], reference: { resource: 'articles', fields: ['article_id'] } },
      { fields: ['quote_id'], reference: { resource: 'quotes', fields: ['quote_id'] } },
    ])
    expect(described.resources[4].schema.foreignKeys[1]).toEqual({
      fields: ['parent_comment_id'],
      reference: { fields: ['comment_id'] },
    })
  })

  test('of tables in parts lists them all; their hashes are in the manifest', () => {
    const [resource] = JSON.parse(dataPackage(inventedRelease({}, 'open', 2))).resources
    expect(resource.path).toEqual(['data/documents/part-00000.parquet', 'data/documents/part-00001.parquet'])
    expect(resource).not.toHaveProperty('hash')
  })
})

test('schema.org has name, description, licence and downloads', () => {
  expect(schemaOrg(open)).toMatchObject({
    '@type': 'Dataset',
    name: open.details.title,
    description: open.details.description,
    license: 'https://creativecommons.org/licenses/by/4.0/',
    isAccessibleForFree: true,
    temporalCoverage: '2023-01-02/2024-03-20',
    distribution: expect.arrayContaining([expect.objectContaining({ contentUrl: 'data/quotes/part-00000.parquet' })]),
  })
})

test('CITATION.cff quotes what it did not write', () => {
  const lines = citation(open).split('\n')
  expect(lines).toEqual(
    expect.arrayContaining(['cff-version: 1.2.0', 'title: "أرشيف <الصحافة>"', 'license: "CC-BY-4.0"']),
  )
  expect(lines).toContain('abstract: "Articles of \\"three\\" outlets & more"')
  expect(citation(inventedRelease({}, 'full'))).not.toContain('license')
})

test('the licence note grants nothing that is not ours to grant', () => {
  expect(licenceNote(open)).toMatch(/annotations and the figures .* licensed under/)
  expect(licenceNote(open)).toContain('at most 300 characters each, and no licence to them is granted')
  expect(licenceNote(inventedRelease({}, 'full'))).not.toContain('Creative Commons')
  expect(licenceNote(open)).toContain('data@institute.example')
})

test('the README has front matter, figures, every column and what changed', () => {
  const text = readme(open)
  expect(text).toMatch(
    /^---\npretty_name: "أرشيف <الصحافة>"\nlicense: cc-by-4.0\nlanguage:\n {2}- "ar"\n {2}- "en"\nconfigs:\n/,
  )
  for (const { name } of tables) for (const column of columnsOf(name)) expect(text).toContain(`| \`${column}\` |`)
  expect(text).toContain('| quotes | 11 | 22 | 33 |')
  expect(readme(inventedRelease({ changes: null }))).not.toContain('What changed')
})
