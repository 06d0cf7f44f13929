const PARTS = [
  'Thanks, that works for me.',
  'Could you send the updated figures before Thursday? The board meets in the afternoon and I would like to have read them first, at least the summary and the second appendix.',
  'Sure!',
  '了解しました。明日の午後に資料をお送りします。ご確認のほどよろしくお願いいたします。',
  'مرحبا، شكرا على رسالتك. هل يمكننا التحدث يوم الخميس؟',
  'שלום, אשמח לדבר השבוע. מה עם יום רביעי?',
  'Here is the page: https://example.com/reports/2025/q3?ref=mail&lang=en (the password is the usual one).',
  '👍',
  'First point\nSecond point, which is a little longer than the first one\n\nThird point after an empty line',
  'See www.example.org, or write to office@example.org.',
  'aVeryLongWordWithoutAnySpaceThatHasToBreakSomewhereOrItWouldPushTheWholePageOutOfItsFrame0123456789',
  '这个方案我看过了，总体没有问题，有几处细节想跟您确认一下：第一，时间表；第二，预算；第三，负责人。',
] as const

/** The text of the n-th message: short and long, several scripts, always the same for the same n. */
export function textOf(n: number): string {
  const part = PARTS[(n * 7 + Math.floor(n / 5)) % PARTS.length] ?? ''
  const more =
    n % 11 === 0 ? ` ${PARTS[(n * 5 + 1) % PARTS.length]}\n${PARTS[(n * 3 + 2) % PARTS.length]}` : ''
  return `#${n} ${part}${more}`
}
