import { expect, test } from 'vitest'
import { pageVocabulary } from '../../src/languages/index.ts'
import { cutLines } from '../../src/segment/lines.ts'

const texts = (page: string) => cutLines(page, pageVocabulary).map(({ text }) => text)

/** Breaks a paragraph where the next word would go beyond a width. */
function wrap(paragraph: string, width: number): string {
  const lines: string[] = []
  for (const word of paragraph.split(' ')) {
    const last = lines.at(-1)
    if (last !== undefined && last.length + 1 + word.length <= width) lines[lines.length - 1] = `${last} ${word}`
    else lines.push(word)
  }
  return lines.join('\n')
}

const paragraphs = [
  'The ferry to the outer islands has been out of service since Tuesday, when a crack was found in the hull during a routine inspection, and the company says a replacement will not arrive before the end of the month at the earliest.',
  'Islanders have been using fishing boats to reach the mainland, and the school has moved its lessons to the parish hall, where the heating works and the roof, unlike that of the school, keeps out the rain of an early autumn.',
]

test.each([60, 72, 90])('paragraphs broken to %d characters are put together again', width => {
  const page = `Islanders wait\n\n${paragraphs.map(paragraph => wrap(paragraph, width)).join('\n\n')}\n`
  expect(texts(page)).toEqual(['Islanders wait', ...paragraphs])
})

test('paragraphs on one line each stay apart', () => {
  expect(texts(paragraphs.join('\n'))).toEqual(paragraphs)
})

test('headlines in a list stay apart', () => {
  const list = [
    'Council delays vote on the eastern tram line for a third time',
    'Ferry to the outer islands still out of service after crack',
    'Storm warning issued for the whole of the northern coast tonight',
    'School roof declared unsafe two years after its last repair',
    'Bakers warn of higher prices as the crane strike goes on',
    'Museum buys back the bell that was sold during the war years',
  ]
  expect(texts(list.join('\n'))).toEqual(list)
})

test('lines know where they stand', () => {
  const page = '\n\n  First line\n\n\tSecond line\t\n'
  for (const { start, end, text } of cutLines(page, pageVocabulary)) expect(page.slice(start, end)).toBe(text)
  expect(cutLines(page, pageVocabulary).map(({ gap, indent }) => [gap, indent])).toEqual([
    [2, 2],
    [1, 1],
  ])
})
