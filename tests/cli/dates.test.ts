import { expect, test } from 'vitest'
import { runCli } from '../../src/cli/cli.ts'
import { dates } from '../../src/cli/commands/dates.ts'
import { testStreams } from '../support/terminal.ts'

async function run(...argv: readonly string[]) {
  const streams = testStreams()
  return { code: await runCli(['dates', ...argv], [dates], '1.2.3', streams), ...streams.written }
}

test('prints the dates of a text as JSON', async () => {
  const { code, out, err } = await run('--published', '2018-04-03', 'عقد الاجتماع أمس')
  expect(code).toBe(0)
  expect(err).toBe('')
  expect(JSON.parse(out)).toMatchObject({ language: 'ar', dates: [{ text: 'أمس', edtf: '2018-04-02' }] })
})

test('reads a text in the language that is given', async () => {
  const { out } = await run('--published', '2018-04-03', '--language', 'en-GB', 'yesterday')
  expect(JSON.parse(out).dates).toMatchObject([{ edtf: '2018-04-02' }])
})

test.each([
  [['--published', '03.04', 'أمس'], /expected a date such as 2018-04-03 as --published, got 03\.04/],
  [['--language', 'xx', 'أمس'], /expected one of ar, en, .* as --language, got xx/],
])('%j could not be run, and says why', async (argv, message) => {
  const { code, out, err } = await run(...argv)
  expect(code).toBe(2)
  expect(out).toBe('')
  expect(err).toMatch(message)
})

test('says when the language could not be told', async () => {
  expect((await run('12')).err).toMatch(/give it as --language TAG/)
})
