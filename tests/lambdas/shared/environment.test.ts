import { expect, test } from 'vitest'
import { settingsFrom } from '../../../lambdas/shared/environment.ts'

test('variables become typed settings', () => {
  const { inbox } = settingsFrom({ inbox: 'INBOX_BUCKET' }, { INBOX_BUCKET: 'there', OTHER: 'x' })
  expect(inbox).toBe('there')
})

test.each([{}, { INBOX_BUCKET: '' }])('a missing variable is named: %j', environment => {
  expect(() => settingsFrom({ inbox: 'INBOX_BUCKET' }, environment)).toThrow(/INBOX_BUCKET/)
})
