import { describe, expect, test } from 'vitest'
import { readMetadata, readSidecar } from '../../src/lake/sidecar.ts'

const json = (value: unknown) => new TextEncoder().encode(JSON.stringify(value))

describe('a sidecar', () => {
  test('tells what it knows', () => {
    const told = readSidecar(
      json({
        published_at: '2023-04-04',
        url: 'https://news.example/1',
        site_name: ' المدار ',
        captured_at: '2024-03-20T10:00:00+02:00',
      }),
    )
    expect(told).toEqual({
      facts: {
        publishedAt: '2023-04-04',
        url: 'https://news.example/1',
        siteName: 'المدار',
        capturedAt: '2024-03-20T08:00:00Z',
      },
      issues: [],
    })
  })

  test('may hold half a character, which no text can', () =>
    expect(readSidecar(new TextEncoder().encode('{ "site_name": "المدار \\ud83d" }'))).toEqual({
      facts: { siteName: 'المدار \ufffd' },
      issues: [],
    }))

  test('may know the day of capture and no more', () =>
    expect(readSidecar(json({ captured_at: '2024-03-20' }))).toEqual({
      facts: { capturedAt: '2024-03-20T00:00:00Z' },
      issues: [],
    }))

  test('may leave things open', () => expect(readSidecar(json({ url: null }))).toEqual({ facts: {}, issues: [] }))

  test.each([
    [{ url: 'javascript:alert(1)' }, /expected an http\(s\) address as url, got "javascript/],
    [{ url: 'news.example' }, /expected an http/],
    [{ captured_at: 'yesterday' }, /expected an ISO instant .* as captured_at, got "yesterday"/],
    [{ captured_at: '2024-02-30T08:00' }, /expected an ISO instant/],
    [{ captured_at: '2024-02-30' }, /expected an ISO instant/],
    [{ published_at: 20230404 }, /as published_at, got 20230404/],
    [{ site_name: ' ' }, /expected a name as site_name/],
    [{ author: 'x' }, /got "author", which is not used/],
    [['a'], /expected a JSON object/],
    [null, /expected a JSON object/],
  ])('%j is noted', (value, detail) => {
    const { facts, issues } = readSidecar(json(value))
    expect(facts).toEqual({})
    expect(issues).toEqual([{ code: 'sidecar', detail: expect.stringMatching(detail) }])
  })

  test.each([[new Uint8Array([0x7b])], [new Uint8Array([0xff, 0xfe])], [new Uint8Array()]])('%o is noted', bytes =>
    expect(readSidecar(bytes).issues).toEqual([{ code: 'sidecar', detail: expect.stringMatching(/expected JSON/) }]),
  )

  test('one wrong value leaves the others', () =>
    expect(readSidecar(json({ url: 7, site_name: 'المدار' })).facts).toEqual({ siteName: 'المدار' }))
})

test('metadata of an object may write hyphens', () =>
  expect(readMetadata({ 'published-at': '2023-04-04' }).facts).toEqual({ publishedAt: '2023-04-04' }))
