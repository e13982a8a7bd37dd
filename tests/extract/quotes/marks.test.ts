import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readMarks } from '../../../src/extract/quotes/marks.ts'
import { type Passage, readPassage } from '../../../src/extract/text/passage.ts'
import { orthography } from '../../../src/languages/ar/orthography.ts'
import { quotes } from '../../../src/languages/ar/quotes/grammar.ts'

function passageOf(text: string): Passage {
  let start = 0
  const lines = text.split('\n').map(line => {
    const span = { start, end: start + line.length, kind: 'paragraph' as const }
    start = span.end + 1
    return span
  })
  return readPassage('body', text, lines, orthography)
}

/** The marked stretches of a text; one that is never closed ends with three dots. */
function marked(text: string): readonly string[] {
  const passage = passageOf(text)
  return (readMarks([passage], quotes.proclitics).get(passage) ?? []).map(({ first, last, closed }) => {
    const { tokens } = passage
    return text.slice(tokens[first]?.start, tokens[last - 1]?.end) + (closed ? '' : '...')
  })
}

describe('pairs of marks', () => {
  test.each([
    ['guillemets', 'قال «الماء بارد» ثم «النار حارة».', ['الماء بارد', 'النار حارة']],
    ['curly marks', 'قال “الماء بارد” ومضى.', ['الماء بارد']],
    ['straight marks toggle', 'قال "الماء بارد" ثم "النار حارة".', ['الماء بارد', 'النار حارة']],
    ['low and high', 'قال „الماء بارد“ ومضى.', ['الماء بارد']],
    ['narrow guillemets', 'قال ‹الماء بارد› ومضى.', ['الماء بارد']],
    ['doubled parentheses', 'قال ((الماء بارد)) ومضى.', ['الماء بارد']],
    ['doubled less-than signs', 'قال <<الماء بارد>> ومضى.', ['الماء بارد']],
    ['single marks', "قال 'الماء بارد' ومضى.", ['الماء بارد']],
    ['one mark for both sides', 'قرار “الاستمرار بالعمل“ صدر.', ['الاستمرار بالعمل']],
    ['swapped curly marks', 'قال ”الماء بارد“ ثم ”النار حارة“.', ['الماء بارد', 'النار حارة']],
    ['closing mark as opener, written to the word', 'اتفق الطرفان” زيد وعمرو” على ذلك.', ['زيد وعمرو']],
    ['spaces inside', 'القائد " أبو كامل " وصل.', ['أبو كامل']],
    ['colon before a mark with a space after it', 'وأضاف :" لا نريد الماء البارد".', ['لا نريد الماء البارد']],
    ['glued to a particle', 'قال لـ«الميزان» و"الفجر" شيئا.', ['الميزان', 'الفجر']],
    ['nested, of two families', 'قال: «سمعت "الماء بارد" مرتين».', ['سمعت "الماء بارد" مرتين', 'الماء بارد']],
    ['nested, of one family', 'قال: «سمعت «الماء بارد» مرتين».', ['سمعت «الماء بارد» مرتين', 'الماء بارد']],
    ['nested, of straight marks', 'قال: "سمعت "الماء بارد" مرتين".', ['سمعت "الماء بارد" مرتين', 'الماء بارد']],
    ['nested, the outer never closed', 'قال: «سمعت «الماء بارد» مرتين.', ['سمعت «الماء بارد» مرتين....', 'الماء بارد']],
    ['never closed', 'قال: «الماء بارد. والنار حارة.', ['الماء بارد. والنار حارة....']],
    [
      'parentheses after a colon',
      'وأضاف: (الماء بارد (جدا) والنار حارة) ومضى (ثم عاد).',
      ['الماء بارد (جدا) والنار حارة'],
    ],
    [
      'paragraphs that each open',
      '«الماء بارد.\n«والنار حارة.\n«والهواء نقي».',
      ['الماء بارد.\n«والنار حارة.\n«والهواء نقي'],
    ],
    ['a stray closing mark', 'والماء بارد".', []],
    ['the next paragraph starts afresh', 'قال: "الماء بارد\nثم قال: "النار حارة".', ['الماء بارد...', 'النار حارة']],
    ['an apostrophe is no mark', "l'eau والماء بارد.", []],
    ['inches are no marks', 'شاشة 12" جديدة.', []],
  ])('%s', (_, text, expected) => {
    expect(marked(text)).toEqual(expected)
  })

  test('stretches never cross and cut their own words out of the text', () => {
    const piece = fc.constantFrom('«', '»', '"', '“', '”', "'", '((', '))', ' ', '\n', 'ماء', ' نار', '.', ': ', 'لـ')
    let seen = 0
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 40 }), pieces => {
        const passage = passageOf(pieces.join(''))
        const stretches = readMarks([passage], quotes.proclitics).get(passage) ?? []
        seen += stretches.length
        for (const a of stretches) {
          expect(a.opener).toBeLessThan(a.first)
          expect(a.first).toBeLessThan(a.last)
          expect(a.last).toBeLessThanOrEqual(a.end)
          for (const b of stretches) {
            if (b.opener > a.opener && b.opener < a.end) expect(b.end).toBeLessThanOrEqual(a.end)
          }
        }
      }),
      { seed: 7, numRuns: 500 },
    )
    expect(seen).toBeGreaterThan(100)
  })
})
