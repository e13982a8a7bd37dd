/** A schema.org Dataset, for search engines: https://schema.org/Dataset. */
import {
  citationOf,
  coverageOf,
  filesOf,
  given,
  keywords,
  licenceFile,
  licenceOf,
  type Release,
  tablesOf,
} from './release.ts'

export function schemaOrg(release: Release) {
  const { details, manifest } = release
  return given({
    '@context': 'https://schema.org/',
    '@type': 'Dataset',
    name: details.title,
    description: details.description,
    url: details.homepage,
    identifier: `${details.name} ${manifest.version}`,
    version: manifest.version,
    datePublished: manifest.published_on,
    license: licenceOf(release)?.url ?? licenceFile,
    isAccessibleForFree: manifest.profile === 'open',
    creator: given({ '@type': 'Organization', name: details.creator, url: details.homepage }),
    citation: citationOf(release),
    keywords,
    inLanguage: manifest.figures.languages,
    temporalCoverage: coverageOf(release),
    variableMeasured: tablesOf(release).map(({ name, meaning }) => ({
      '@type': 'PropertyValue',
      name,
      description: meaning,
    })),
    distribution: tablesOf(release).flatMap(table =>
      filesOf(release, table).map(({ path, bytes, sha256 }) => ({
        '@type': 'DataDownload',
        name: path,
        contentUrl: path,
        encodingFormat: 'application/vnd.apache.parquet',
        contentSize: `${bytes} B`,
        sha256,
      })),
    ),
  })
}
