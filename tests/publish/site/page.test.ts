import { createHash } from 'node:crypto'
import { expect, test } from 'vitest'
import { releasedTables } from '../../../src/publish/profiles.ts'
import { page } from '../../../src/publish/site/page.ts'
import { inventedRelease } from '../../support/release.ts'

const shown = page(inventedRelease())

test('runs nothing and fetches nothing: the policy forbids it, and the page does not try', () => {
  const [, policy = ''] = /http-equiv="Content-Security-Policy" content="([^"]*)"/.exec(shown) ?? []
  const [, style = ''] = /<style>(.*?)<\/style>/s.exec(shown) ?? []
  const hash = createHash('sha256').update(style).digest('base64')
  expect(policy.replaceAll('&#39;', "'")).toBe(
    `default-src 'none'; style-src 'sha256-${hash}'; base-uri 'none'; form-action 'none'`,
  )
  expect(shown.match(/<script/g)).toHaveLength(1)
  expect(shown).toContain('<script type="application/ld+json">')
  expect(shown).not.toMatch(/ (?:on\w+|style)="|src=|@import|url\(/)
})

test('text of documents and of the owner is escaped and keeps its own direction', () => {
  expect(shown).toContain('<bdi dir="auto">سلمى &lt;العبادي&gt;</bdi>')
  expect(shown).toContain('<td class="text" dir="auto"><bdi dir="auto">السد جاهز &quot;تماماً&quot;</bdi></td>')
  expect(shown).toContain('<bdi dir="auto">أرشيف &lt;الصحافة&gt;</bdi>')
  expect(shown).not.toContain('<الصحافة>')
})

test('links lead to files of the release, to the licence and nowhere else', () => {
  const links = [...shown.matchAll(/href="([^"]*)"/g)].map(([, link]) => link)
  const own = links.filter(link => !link?.startsWith('https:'))
  expect(links.filter(link => link?.startsWith('https:'))).toEqual(['https://creativecommons.org/licenses/by/4.0/'])
  expect(own).toEqual(expect.arrayContaining(['manifest.json', 'croissant.json', 'data/quotes/part-00000.parquet']))
})

test('figures, hashes, columns and changes are there', () => {
  for (const { table } of Object.values(releasedTables('open'))) {
    for (const name of Object.keys(table.columns)) expect(shown).toContain(`<code>${name}</code>`)
  }
  expect(shown).toContain('ab'.repeat(32))
  expect(shown).toContain('What changed since 2024.3.0')
  expect(shown).toContain('<td class="number">11</td><td class="number">22</td><td class="number">33</td>')
})

test('the full profile says that it is not to be passed on', () => {
  expect(page(inventedRelease({}, 'full'))).toContain('with the whole texts, not to be passed on')
  expect(shown).not.toContain('not to be passed on')
})
