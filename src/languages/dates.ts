/**
 * How dates are read in each language that has a reader: the packs' own grammars, and for other languages chrono-node without
 * any words of ours. Only those who ask for a language by name come here; the pipeline knows the packs alone.
 */
import * as de from 'chrono-node/de'
import * as es from 'chrono-node/es'
import * as fr from 'chrono-node/fr'
import * as it from 'chrono-node/it'
import * as ja from 'chrono-node/ja'
import * as nl from 'chrono-node/nl'
import * as pt from 'chrono-node/pt'
import * as ru from 'chrono-node/ru'
import * as uk from 'chrono-node/uk'
import type { DateGrammar } from '../extract/dates/grammar.ts'
import type { Orthography } from '../extract/text/passage.ts'
import { packs } from './index.ts'
import { chronoDates, type Parser } from './shared/chrono-dates.ts'

const orthography: Orthography = {
  foldCharacter: character => character.toLowerCase(),
  sentenceEnds: new Set(['.', '!', '?', '…', '。']),
  abbreviations: new Set(),
}

const parsers: Readonly<Record<string, Parser>> = {
  de: de.casual,
  es: es.casual,
  fr: fr.casual,
  it: it.casual,
  ja: ja.casual,
  nl: nl.casual,
  pt: pt.casual,
  ru: ru.casual,
  uk: uk.casual,
}

/** The languages whose dates can be read, BCP 47. */
export const datedLanguages: readonly string[] = [...packs.map(({ language }) => language), ...Object.keys(parsers)]

/** How dates are read in a language, or null where they are not. */
export function dateGrammarFor(language: string): DateGrammar | null {
  const primary = language.split('-')[0] ?? ''
  const pack = packs.find(candidate => candidate.language === primary)
  if (pack) return pack.dates
  const parser = parsers[primary]
  return parser ? chronoDates({ language: primary, parser, orthography, rules: [] }) : null
}
