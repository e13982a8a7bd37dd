/** Whether a reporting word tells, where it stands, what somebody said. */
import type { Passage } from '../../../extract/text/passage.ts'
import type { Token } from '../../../extract/text/tokens.ts'
import { governs, isComplementiser } from '../function-words.ts'
import { wordSet } from '../terms.ts'
import context from '../words/quote-context.json' with { type: 'json' }
import { skipAdverb } from './adverbials.ts'
import { type CueWord, readCueWord } from './cue-forms.ts'

/** Before a verb they deny it, ask for it or suppose it: «لم يقل», «هل قال», «إذا أعلن». */
const UNREAL = wordSet(context.unreal.flatMap(word => [word, `و${word}`, `ف${word}`]))
/** Before an imperfect they make it a wish or an aim: «أن يعلن». */
const SUBJUNCTIVE = wordSet(context.beforeSubjunctive)
/** Passives and impersonals through which the outlet itself speaks: «يذكر أن», «يشار إلى أن». */
const OUTLET = wordSet(context.outletVoice)
/** After these a participle is a predicate, not an adverbial: «ما زالت ملتزمة». */
const LINKING = wordSet(context.linkingVerbs)
/** Participles that are mostly adjectives: they report only where أن follows. */
const ADJECTIVES = wordSet(context.adjectives)
const ANONYMOUS = wordSet(context.anonymous)
const DENIED = new Set(context.deniedReports)
const DEMONSTRATIVES = wordSet(['هذا', 'وهذا', 'ذلك', 'وذلك', 'فهذا'])
const LINKS = wordSet(context.beforeAn)
const WHATEVER = wordSet(context.whatever)
const PRAYED = wordSet(context.prayed)
const LIGHT = wordSet(context.lightVerbs)
const AIMS = wordSet(['إلى'])
/** How far before a noun the verb may stand that says it again, in tokens. */
const RENEWAL = 12

/** Whether the word tells what somebody said: it is not denied, wished for, or the outlet's own voice. */
export function isReal(passage: Passage, at: number, word: CueWord): boolean {
  const { tokens, sentenceOf } = passage
  const { entry, joined, pronoun, preposition } = word
  // What another sentence ends with says nothing of this one: lines may end in the middle of theirs.
  const opens = at === 0 || sentenceOf[at - 1] !== sentenceOf[at]
  const before = opens ? '' : (tokens[at - 1]?.form ?? '')
  if (entry.form === 'participle') {
    return (
      !LINKING.has(before) &&
      !staysUnnamed(tokens, at) &&
      !PRAYED.has(tokens[at + 1]?.form ?? '') &&
      isAdverbial(tokens, at, word)
    )
  }
  // «على حد قوله» points back at the speaker.
  if (entry.form === 'noun') {
    return (
      before !== 'حد' && (pronoun !== null || preposition === 'ب' || isRenewed(tokens, at) || goesOnToSay(tokens, at))
    )
  }
  if (entry.passive) return !OUTLET.has(bareForm(tokens, at)) && joinsClause(tokens, at + 1)
  // «دون ذكر اسمه»: after a preposition it is a noun that is written like the verb.
  if (!joined && !opens && governs(passage, at - 1)) return false
  // «ومما يؤكد ذلك أن …», «سائلا المولى أن …»: nobody speaks.
  if (entry.present && pronoun === null && (WHATEVER.has(before) || refersToAll(tokens, at))) return false
  // «رفض ذكر اسمه»
  if (ANONYMOUS.has(tokens[at + 1]?.form ?? '') || staysUnnamed(tokens, at)) return false
  // «لم يستبعد أن …»: who does not rule it out says so.
  const said = DENIED.has(entry.lemma) && entry.present && before !== 'هل'
  if (!joined && !said && (UNREAL.has(before) || (entry.present && SUBJUNCTIVE.has(before)))) return false
  const bare = bareForm(tokens, at)
  const next = tokens[skipAdverb(tokens, at + 1)]?.form ?? ''
  return !(OUTLET.has(bare) && (isComplementiser(next) || next === 'الى' || next === 'هنا'))
}

/**
 * The feminine participle is also an adjective («معلومات مؤكدة») and of many verbs the verbal noun («متابعة»): it reports where it
 * begins a clause of its own, or where what it reports follows at once.
 */
function isAdverbial(tokens: readonly Token[], at: number, { entry, joined }: CueWord): boolean {
  const { form } = tokens[at] as Token
  const linked = joinsClause(tokens, at + 1)
  if (ADJECTIVES.has(joined ? form.slice(1) : form)) return linked
  if (!form.endsWith('ة')) return true
  const next = tokens[at + 1]
  if (!next) return false
  const own =
    tokens[at - 1]?.kind === 'mark' ? !joined || entry.prepositions.has(next.form) : joined && inChain(tokens, at)
  return linked || (next.kind === 'mark' && !PAUSES.has(next.form)) || own
}

const PAUSES = new Set(['،', ',', '؛', '.'])

/** How far before a participle the one may stand that it goes on with, in tokens. */
const CHAIN = 40

/** «، مشددة على … وداعية إلى …»: the participle before it in the same sentence begins a clause. */
function inChain(tokens: readonly Token[], at: number): boolean {
  for (let back = at - 1; back > 0 && back > at - CHAIN; back--) {
    const { form } = tokens[back] as Token
    if (form === '.') return false
    const comma = tokens[back - 1]?.kind === 'mark'
    if (comma && form.endsWith('ة') && readCueWord(form)?.entry.form === 'participle') return true
  }
  return false
}

/** أن, or a preposition and أن. */
const joinsClause = (tokens: readonly Token[], at: number): boolean => {
  const { form = '' } = tokens[at] ?? {}
  return isComplementiser(form) || (LINKS.has(form) && isComplementiser(tokens[at + 1]?.form ?? ''))
}

/** «وهذا في محصلته يؤكد أن …»: the subject is what was said before. */
function refersToAll(tokens: readonly Token[], at: number): boolean {
  for (let back = at - 1; back >= 0 && back >= at - 4; back--) {
    const { form, kind } = tokens[back] as Token
    if (kind === 'mark') return false
    if (DEMONSTRATIVES.has(form)) return !/^ال/u.test(tokens[back + 1]?.form ?? '')
  }
  return false
}

/** «طالبا عدم الكشف عن اسمه», «طلب عدم ذكر اسمه»: says why there is no name. */
function staysUnnamed(tokens: readonly Token[], at: number): boolean {
  for (let i = at + 2; i <= at + 5; i++) if (ANONYMOUS.has(tokens[i]?.form ?? '')) return tokens[at + 1]?.form === 'عدم'
  return false
}

/** «ذهب إلى القول إن …», «عاد إلى التأكيد على أن …»: a noun of saying as the aim of a verb of motion. */
const goesOnToSay = (tokens: readonly Token[], at: number): boolean =>
  AIMS.has(tokens[at - 1]?.form ?? '') && tokens[at]?.form.startsWith('ال') === true && joinsClause(tokens, at + 1)

const bareForm = (tokens: readonly Token[], at: number): string =>
  (tokens[at] as Token).form.replace(/^[وف](?=[يت])/u, '')

/** «جدد الوزير التأكيد على …»: a noun of saying after a verb that says it again. */
export function isRenewed(tokens: readonly Token[], at: number): boolean {
  for (let back = at - 1; back >= 0 && back >= at - RENEWAL; back--) {
    const { form } = tokens[back] as Token
    if (PAUSES.has(form)) return false
    if (LIGHT.has(form)) return true
  }
  return false
}
