import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { httpFiles } from '../../src/lake/files-http.ts'

const answers: Readonly<Record<string, readonly [number, string]>> = {
  '/r/manifest.json': [200, '{}'],
  '/r/data/%D8%A7%20b.txt': [200, 'سلام'],
  '/r/hidden': [403, 'no'],
  '/r/broken': [500, 'oh'],
  '/r/denied': [401, 'who'],
}
const server = createServer(({ url = '' }, response) => {
  const [status, body] = answers[url] ?? [404, 'none']
  response.writeHead(status).end(body)
})
let base = ''
beforeAll(async () => {
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  base = `http://127.0.0.1:${(server.address() as AddressInfo).port}/r`
})
afterAll(() => new Promise(resolve => server.close(resolve)))

const text = async (key: string, address = base) => {
  const file = await httpFiles(address).get(key)
  return file && new TextDecoder().decode(file.bytes)
}

test('reads what is there, with or without a slash at the end of the address', async () => {
  expect(await text('manifest.json')).toBe('{}')
  expect(await text('manifest.json', `${base}/`)).toBe('{}')
  expect(await text('data/ا b.txt')).toBe('سلام')
})

test('what is not there, or may not be known to be there, is null', async () => {
  expect(await text('none')).toBeNull()
  expect(await text('hidden')).toBeNull()
})

test('anything else is an error that says whether to try again', async () => {
  await expect(text('broken')).rejects.toMatchObject({
    retryable: true,
    message: expect.stringContaining('answered 500'),
  })
  await expect(text('denied')).rejects.toMatchObject({
    retryable: false,
    message: expect.stringContaining('/r/denied'),
  })
  await expect(text('x', 'http://127.0.0.1:1')).rejects.toMatchObject({ name: 'OperationalError', retryable: true })
})
