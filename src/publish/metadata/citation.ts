/** `CITATION.cff`: Citation File Format 1.2.0, which is YAML; JSON strings are YAML strings. */
import { keywords, licenceOf, type Release } from './release.ts'

export function citation(release: Release): string {
  const { details, manifest } = release
  const licence = licenceOf(release)
  const fields: readonly (readonly [string, string | null | undefined])[] = [
    ['title', details.title],
    ['abstract', details.description],
    ['version', manifest.version],
    ['date-released', manifest.published_on],
    ['url', details.homepage],
    ['license', licence?.id],
  ]
  return [
    'cff-version: 1.2.0',
    'message: If you use this dataset, please cite it as below.',
    'type: dataset',
    ...fields.flatMap(([name, value]) => (value ? [`${name}: ${JSON.stringify(value)}`] : [])),
    'authors:',
    `  - name: ${JSON.stringify(details.creator)}`,
    'keywords:',
    ...keywords.map(word => `  - ${JSON.stringify(word)}`),
    '',
  ].join('\n')
}
