import type { Language, Trade } from '../world/types'
import { EVERYDAY, PINGS } from './everyday'
import { FOUNDING } from './founding'
import { OTHER_LANGUAGES } from './otherLanguages'
import { OTHER_LANGUAGES_LATER } from './otherLanguagesLater'
import { RECRUITING } from './recruiting'
import { SALES } from './sales'
import type { Script } from './script'

export const SCRIPTS: readonly Script[] = [
  ...RECRUITING,
  ...SALES,
  ...FOUNDING,
  ...EVERYDAY,
  ...OTHER_LANGUAGES,
  ...OTHER_LANGUAGES_LATER,
]

const shelves = new Map<string, readonly Script[]>()

/** Scripts that suit an owner's trade and a person's language, openers or follow-ups. */
export function scriptsFor(trade: Trade, language: Language, opens: boolean): readonly Script[] {
  const name = `${trade} ${language} ${opens}`
  const known = shelves.get(name)
  if (known) return known
  const fit = SCRIPTS.filter(
    (s) => s.language === language && s.opens === opens && (s.trade === trade || s.trade === 'any'),
  )
  // Some languages have openers only; such a thread goes on with another round of them.
  const shelf =
    fit.length > 0
      ? fit
      : SCRIPTS.filter((s) => s.language === language && (s.trade === trade || s.trade === 'any'))
  shelves.set(name, shelf)
  return shelf
}

const FOREIGN_PINGS: Partial<Record<Language, readonly string[]>> = {
  de: ['Danke, das passt so!', 'Kurze Rückfrage: gilt der Termin noch?'],
  fr: ['Merci beaucoup !', 'Petite question : le rendez-vous tient toujours ?'],
  es: ['¡Muchas gracias!', 'Una pregunta: ¿sigue en pie la reunión?'],
  pt: ['Muito obrigado!', 'Só uma pergunta: a reunião mantém-se?'],
  ja: ['ありがとうございます。確認いたします。', '恐れ入ります、先日の件はいかがでしょうか。'],
  zh: ['好的,谢谢!', '请问上次说的事情有进展吗?'],
  ko: ['네, 감사합니다!', '혹시 지난번 건은 어떻게 되었을까요?'],
  ar: ['شكراً جزيلاً!', 'هل من جديد بخصوص موضوعنا؟'],
  he: ['תודה רבה!', 'יש חדש בנושא?'],
}

/** One-liners of the other side in their language. */
export function pingsFor(language: Language): readonly string[] {
  return FOREIGN_PINGS[language] ?? PINGS
}
