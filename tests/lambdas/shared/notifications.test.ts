import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { inboxChanges } from '../../../lambdas/shared/notifications.ts'
import { notification, sample } from '../records.ts'

const change = (...args: Parameters<typeof notification>) => inboxChanges(notification(...args))[0]

describe('a notification', () => {
  test('as documented tells the key, decoded, and the revision', () => {
    expect(inboxChanges(sample('s3-put'))).toEqual([
      { key: 'red flower.txt', revision: '0C0F6F405D6ED209E100000000000000', sizeBytes: 1_305_107 },
    ])
    expect(inboxChanges(sample('s3-delete-marker'))).toEqual([
      { key: 'red flower.txt', revision: '00698C3B53AC8E10F200000000000000', sizeBytes: 0 },
    ])
  })

  test('of a lifecycle rule, which tells neither size nor version, is one like others', () => {
    expect(inboxChanges(sample('s3-lifecycle'))).toEqual([
      { key: 'red flower.txt', revision: '0055AED6DCD90281E600000000000000', sizeBytes: 0 },
    ])
  })

  test('of a test asks for nothing', () => {
    expect(inboxChanges(sample('s3-test'))).toEqual([])
  })

  test.each([
    ['red+flower.txt', 'red flower.txt'],
    ['a%2Bb.txt', 'a+b.txt'],
    ['100%25.txt', '100%.txt'],
    ['%D8%A3%D8%AE%D8%A8%D8%A7%D8%B1/1.txt', 'أخبار/1.txt'],
    ['2026/%F0%9F%97%9E.html', '2026/🗞.html'],
  ])('with the key %s is about %s', (encoded, key) => {
    expect(change('s3-put', { key: encoded })?.key).toBe(key)
  })

  test.each([
    ['no JSON', 'Test message.', /JSON/],
    ['no records', '{"Subject": "hello"}', /expected an S3 notification/],
    ['another service', JSON.stringify({ Records: [{ eventVersion: '2.1', eventSource: 'aws:ses' }] }), /aws:ses/],
    ['a version to come', sample('s3-put').replace('"2.1"', '"3.0"'), /version 3\.0/],
    ['no sequencer', notification('s3-put', { sequencer: '' }), /sequencer/],
  ])('with %s is an error', (_, body, message) => {
    expect(() => inboxChanges(body)).toThrow(message)
  })
})

test('revisions compare as S3 says that sequencers do: padded on the right with zeros', () => {
  expect(change('s3-put', { sequencer: '0055AED6DC' })?.revision).toBe(`0055AED6DC${'0'.repeat(22)}`)
  const hex = fc.stringMatching(/^[0-9A-Fa-f]{1,20}$/)
  fc.assert(
    fc.property(hex, hex, (a, b) => {
      const [first, second] = [a, b].map(sequencer => change('s3-put', { sequencer })?.revision ?? '')
      const value = (text: string) => BigInt(`0x${text.padEnd(20, '0')}`)
      expect((first as string) > (second as string)).toBe(value(a) > value(b))
    }),
  )
})
