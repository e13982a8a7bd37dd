/** `README.md` of a release, with the front matter of a Hugging Face dataset card. */
import type { Table } from '../../../schemas/index.ts'
import { citationOf, coverageOf, licenceOf, type Release, summaryOf, tablesOf } from './release.ts'

export function readme(release: Release): string {
  const { details, manifest } = release
  return [
    ...frontMatter(release),
    `# ${details.title}`,
    '',
    details.description,
    '',
    `Version ${manifest.version}, published ${manifest.published_on}${manifest.profile === 'full' ? ', with the whole texts: not to be passed on' : ''}.`,
    `${coverage(release)}`,
    '',
    '| table | rows | holds |',
    '|---|---|---|',
    ...tablesOf(release).map(table => `| ${table.name} | ${summaryOf(release, table).rows} | ${table.meaning} |`),
    '',
    '## Use it',
    '',
    '```sql',
    `-- DuckDB, in this folder: who is quoted most`,
    `SELECT speaker, count(*) AS quotes FROM 'data/quotes/*.parquet' GROUP BY speaker ORDER BY quotes DESC LIMIT 10;`,
    '```',
    '',
    '```python',
    'import pandas as pd',
    'quotes = pd.read_parquet("data/quotes")',
    '```',
    '',
    'Offsets count Unicode code points and end before their last: in Python, `body[text_start:text_end]`.',
    '',
    '## Check it',
    '',
    '`sha256sum -c SHA256SUMS`, or `presslake verify .`, which also finds files that do not belong here.',
    '',
    ...changes(release),
    ...tablesOf(release).flatMap(dictionary),
    '## Cite it',
    '',
    citationOf(release),
    '',
    'Licence: see LICENSE-DATA.md.',
    '',
  ].join('\n')
}

function frontMatter(release: Release): readonly string[] {
  const { details, manifest } = release
  const licence = licenceOf(release)
  return [
    '---',
    `pretty_name: ${JSON.stringify(details.title)}`,
    ...(licence ? [`license: ${licence.id.toLowerCase()}`] : ['license: other', 'license_link: LICENSE-DATA.md']),
    ...(manifest.figures.languages.length > 0
      ? ['language:', ...manifest.figures.languages.map(tag => `  - ${JSON.stringify(tag)}`)]
      : []),
    'configs:',
    ...tablesOf(release).flatMap(({ name }) => [`  - config_name: ${name}`, `    data_files: data/${name}/*.parquet`]),
    '---',
    '',
  ]
}

function coverage(release: Release): string {
  const { outlets, languages } = release.manifest.figures
  const range = coverageOf(release)?.replace('/', ' to ')
  return [
    `Outlets named: ${outlets}.`,
    ...(languages.length > 0 ? [`Languages: ${languages.join(', ')}.`] : []),
    ...(range ? [`Articles from ${range}.`] : []),
  ].join(' ')
}

function changes({ manifest }: Release): readonly string[] {
  if (!manifest.changes) return []
  return [
    `## What changed since ${manifest.changes.from}`,
    '',
    'Row by row in `changes/`, each with its cause: the source, other rules, or a takedown.',
    '',
    '| table | added | changed | removed |',
    '|---|---|---|---|',
    ...Object.entries(manifest.changes.tables).map(
      ([table, { added, changed, removed }]) => `| ${table} | ${added} | ${changed} | ${removed} |`,
    ),
    '',
  ]
}

const dictionary = ({ name, columns }: Table): readonly string[] => [
  `## ${name}`,
  '',
  '| column | meaning | null means |',
  '|---|---|---|',
  ...Object.entries(columns).map(
    ([column, { meaning, nullMeans = '' }]) => `| \`${column}\` | ${cell(meaning)} | ${cell(nullMeans)} |`,
  ),
  '',
]

const cell = (text: string) => text.replaceAll('|', '\\|')
