/** `index.html` of a release: one page without scripts or anything from elsewhere. */
import { createHash } from 'node:crypto'
import type { Table } from '../../../schemas/index.ts'
import type { ResultRow, Value } from '../../lake/warehouse.ts'
import { columnComment } from '../../tables/ddl.ts'
import { manifestFile } from '../manifest.ts'
import {
  citationOf,
  coverageOf,
  filesOf,
  licenceFile,
  licenceOf,
  type Release,
  summaryOf,
  tablesOf,
  titleOf,
} from '../metadata/release.ts'
import { schemaOrg } from '../metadata/schema-org.ts'
import { document, element, foreign, type Html, html, jsonBlock } from './html.ts'
import { style } from './style.ts'

export function page(release: Release): string {
  const { details, manifest } = release
  return document(html`<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy()}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="description" content="${details.description}">
<title>${titleOf(release)}</title>
${element('style', html``, style)}
${element('script', html` type="application/ld+json"`, jsonBlock(schemaOrg(release)))}
</head>
<body>
<header>
<h1>${foreign(details.title)}</h1>
<p class="quiet">Version ${manifest.version} · published ${manifest.published_on} by ${foreign(details.creator)}${
    manifest.profile === 'full' ? ' · with the whole texts, not to be passed on' : ''
  }</p>
<p>${foreign(details.description)}</p>
</header>
<main>
${cards(release)}
${sample(release)}
${files(release)}
${use()}
${changes(release)}
${tablesOf(release).map(table => dictionary(release, table))}
${terms(release)}
</main>
</body>
</html>`)
}

/** Nothing may run or be fetched; the one style sheet is known by its hash. */
function policy(): string {
  const hash = createHash('sha256').update(style).digest('base64')
  return `default-src 'none'; style-src 'sha256-${hash}'; base-uri 'none'; form-action 'none'`
}

function cards(release: Release): Html {
  const { figures } = release.manifest
  const coverage = coverageOf(release)?.replace('/', ' – ')
  return html`<ul class="cards">
${tablesOf(release).map(table => html`<li><b>${summaryOf(release, table).rows}</b>${table.name}</li>`)}
<li><b>${figures.outlets}</b>outlets</li>
</ul>
<p class="quiet">${coverage ? html`Articles from ${coverage}. ` : null}${
    figures.languages.length > 0 ? html`Languages: ${figures.languages.join(', ')}.` : null
  }</p>`
}

/** Columns of the sample, for a reader who wants to see what there is. */
const SHOWN = ['speaker', 'speaker_role', 'text', 'said_on', 'rule_id']

function sample({ samples: { quotes } }: Release): Html | null {
  if (quotes.length === 0) return null
  return html`<section>
<h2>Some quotations</h2>
<div class="scroll"><table>
<thead><tr>${SHOWN.map(name => html`<th>${name}</th>`)}</tr></thead>
<tbody>
${quotes.map((row: ResultRow) => html`<tr>${SHOWN.map(name => sampleCell(name, row[name] ?? null))}</tr>\n`)}</tbody>
</table></div>
</section>`
}

function sampleCell(name: string, value: Value): Html {
  if (value === null) return html`<td class="quiet">—</td>`
  return name === 'text'
    ? html`<td class="text" dir="auto">${foreign(String(value))}</td>`
    : html`<td>${foreign(String(value))}</td>`
}

function files(release: Release): Html {
  const rows = tablesOf(release).flatMap(table => filesOf(release, table))
  return html`<section>
<h2>Files</h2>
<p><a href="${manifestFile}">${manifestFile}</a> lists every file with its hash; <code>presslake verify</code> checks a download against it.
Descriptions: <a href="datapackage.json">Data Package</a>, <a href="croissant.json">Croissant</a>, <a href="README.md">README</a>, <a href="CITATION.cff">CITATION</a>.</p>
<div class="scroll"><table>
<thead><tr><th>file</th><th>rows</th><th>bytes</th><th>SHA-256</th></tr></thead>
<tbody>
${rows.map(
  ({ path, rows, bytes, sha256 }) =>
    html`<tr><td><a href="${path}">${path}</a></td><td class="number">${rows ?? null}</td><td class="number">${bytes}</td><td><code class="hash">${sha256}</code></td></tr>\n`,
)}</tbody>
</table></div>
</section>`
}

const use = (): Html => html`<section>
<h2>Use it</h2>
<pre><code>-- DuckDB, in this folder
SELECT speaker, count(*) AS quotes
FROM 'data/quotes/*.parquet' GROUP BY speaker ORDER BY quotes DESC LIMIT 10;</code></pre>
<pre><code># Python
import pandas as pd
quotes = pd.read_parquet("data/quotes")</code></pre>
<p>Offsets count Unicode code points and end before their last: in Python, <code>body[text_start:text_end]</code>.</p>
</section>`

function changes({ manifest }: Release): Html | null {
  if (!manifest.changes) return null
  return html`<section>
<h2>What changed since ${manifest.changes.from}</h2>
<table>
<thead><tr><th>table</th><th>added</th><th>changed</th><th>removed</th></tr></thead>
<tbody>
${Object.entries(manifest.changes.tables).map(
  ([table, { added, changed, removed }]) =>
    html`<tr><td><a href="changes/${table}/part-00000.parquet">${table}</a></td><td class="number">${added}</td><td class="number">${changed}</td><td class="number">${removed}</td></tr>\n`,
)}</tbody>
</table>
</section>`
}

function dictionary(release: Release, table: Table): Html {
  const { rows, nulls } = summaryOf(release, table)
  return html`<section>
<h2 id="${table.name}">${table.name}</h2>
<p>${table.meaning}. ${rows} rows.</p>
<div class="scroll"><table>
<thead><tr><th>column</th><th>meaning</th><th>nulls</th></tr></thead>
<tbody>
${Object.entries(table.columns).map(
  ([name, column]) =>
    html`<tr><td><code>${name}</code></td><td>${foreign(columnComment(column))}</td><td class="number">${nulls[name] ?? null}</td></tr>\n`,
)}</tbody>
</table></div>
</section>`
}

function terms(release: Release): Html {
  const { contact } = release.details
  const licence = licenceOf(release)
  return html`<section>
<h2>Terms</h2>
<p>Licence: ${licence ? html`<a href="${licence.url}">${licence.title}</a> for what was added; quotations belong to those who said them. ` : 'the texts belong to others. '}<a href="${licenceFile}">The whole note</a>.</p>
<p>Cite as: ${foreign(citationOf(release))}</p>
${contact ? html`<p>Corrections and takedowns: ${foreign(contact)}</p>` : null}
</section>`
}
