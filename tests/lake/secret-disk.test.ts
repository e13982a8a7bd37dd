import { mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { diskSecret, secretFile } from '../../src/lake/secret-disk.ts'

const folder = mkdtempSync(join(tmpdir(), 'presslake-secret-'))
afterAll(() => rmSync(folder, { recursive: true }))

test('is made once, for the owner alone, and differs from lake to lake', async () => {
  const lake = join(folder, 'a')
  const secret = await diskSecret(lake)
  expect(secret).toHaveLength(32)
  expect(await diskSecret(lake)).toEqual(secret)
  expect(statSync(join(lake, secretFile)).mode & 0o777).toBe(0o600)
  expect(await diskSecret(join(folder, 'b'))).not.toEqual(secret)
})

test('a file that holds something else is not overwritten', async () => {
  writeFileSync(join(folder, secretFile), 'password')
  await expect(diskSecret(folder)).rejects.toThrow('expected 64 hexadecimal digits')
})
