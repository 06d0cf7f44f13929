import type { Scene } from './scenarios.ts'

const TALK: Scene['messages'] = [
  { ago: 4400, text: 'Hi Mira, we met at the grid conference in Bremen. You spoke about flexible tariffs.' },
  { ago: 4399, text: 'Would you have half an hour for a call about your storage pilot?' },
  { ago: 4380, own: true, text: 'Hello Jonas, of course I remember. Happy to.' },
  { ago: 4379, own: true, text: 'Next week is a bit full, but Thursday or Friday afternoon would work.' },
  { ago: 1500, text: 'Thursday 15:00 is perfect.' },
  { ago: 1499, text: 'Sending an invitation with this: https://meet.example.com/nordlicht-holm?pwd=8841.' },
  {
    ago: 1498,
    text: 'The short deck, so that we can skip the introduction.',
    attachments: [
      {
        name: 'Nordlicht storage pilot 2025.pdf',
        mediaType: 'application/pdf',
        byteSize: 1_240_000,
        url: null,
      },
    ],
    hasAttachment: true,
  },
  { ago: 1440, own: true, text: 'Great, thank you! I will read it on the train.' },
  {
    ago: 26,
    text: 'One more thing: would your colleague from operations join? We would like to understand how the night shifts are planned, and what happens when a forecast is wrong by more than ten percent.',
  },
  { ago: 25, text: '👍' },
  { ago: 12, own: true, text: 'Good idea, I will ask her.' },
]

const REASON = 'You can only message people who are your connections.'

/** The states of a thread worth looking at. */
export const SCENES: Record<string, Scene> = {
  talk: { messages: TALK, starred: true },
  unread: { messages: TALK, unread: true },
  sending: {
    messages: TALK,
    sends: [
      { ago: 0, state: 'sending', text: 'She can, from 15:15 on.' },
      { ago: 0, state: 'queued', text: 'I will start with you alone.' },
    ],
  },
  waiting: {
    messages: TALK,
    sends: [
      {
        ago: 3,
        state: 'queued',
        text: 'She can, from 15:15 on.',
        error: { kind: 'offline', text: '' },
      },
    ],
  },
  failed: {
    messages: TALK,
    salesNav: true,
    sends: [
      { ago: 2, state: 'failed', text: 'She can, from 15:15 on.', error: { kind: 'refused', text: REASON } },
      { ago: 1, state: 'queued', text: 'I will start with you alone, if that is fine.' },
    ],
  },
  unconfirmed: {
    messages: TALK,
    sends: [
      {
        ago: 2,
        state: 'unconfirmed',
        text: 'She can, from 15:15 on. Until then it is the two of us, which is fine, I think: we can go through the contract.',
      },
    ],
  },
  gap: {
    messages: TALK.filter((_, n) => n < 4 || n > 6),
    gap: [1450, 4370],
    atTop: true,
  },
  scripts: {
    title: 'دانا الخطيب',
    headline: 'مديرة الشراكات في شركة طاقة الخليج',
    messages: [
      { ago: 300, text: 'مرحبا ميرا، شكرا على رسالتك. هل يمكننا التحدث يوم الخميس الساعة 15:00؟' },
      { ago: 299, text: 'الرابط: https://example.com/اجتماع?a=1 (كلمة السر 1234)' },
      { ago: 280, own: true, text: 'שלום, אשמח לדבר השבוע.\nThursday works, יום חמישי.' },
      {
        ago: 200,
        text: '了解しました。明日の午後に資料をお送りします。ご確認のほどよろしくお願いいたします。',
      },
      {
        ago: 199,
        text: '这个方案我看过了，总体没有问题，有几处细节想跟您确认一下：第一，时间表；第二，预算；第三，负责人。',
      },
      { ago: 100, own: true, text: '🎉🎉' },
      {
        ago: 99,
        own: true,
        text: 'See https://exa\u202Emple.com/gpj.exe and https://linkedin.com@evil.example/login',
      },
    ],
  },
  long: {},
  words: {
    title: 'Maximiliane Freifrau von Hohenstaufen-Schwarzenberg, Bartholomäus Wunderlich-Kesselring',
    messages: [
      { ago: 30, text: `https://example.com/${'averylongpathsegment'.repeat(14)}?q=1` },
      { ago: 29, text: `${'Donaudampfschifffahrtsgesellschaftskapitän'.repeat(6)}` },
      { ago: 20, own: true, text: 'x'.repeat(400) },
      {
        ago: 10,
        text: '',
        hasAttachment: true,
        attachments: [
          {
            name: `${'long-file-name-'.repeat(8)}.docx`,
            mediaType: 'application/vnd.openxmlformats',
            byteSize: 88_000,
            url: null,
          },
        ],
      },
      { ago: 9, text: '', hasAttachment: true },
      { ago: 8, text: '' },
    ],
  },
  single: { messages: [{ ago: 3, text: 'Hello Mira, are you the right person for storage?' }] },
  empty: { messages: [] },
  loading: { messages: [], hangs: true },
  error: { messages: [], fails: true },
  olderFailed: { messages: TALK.slice(4), beginning: false, fails: true, atTop: true },
  olderLoading: { messages: TALK.slice(4), beginning: false, hangs: true, atTop: true },
  draft: {
    messages: TALK,
    snippets: true,
    draft: Array.from(
      { length: 30 },
      (_, n) => `Line ${n + 1} of a long draft that somebody wrote with care.`,
    ).join('\n'),
  },
  tooLong: { messages: TALK, snippets: true, draft: 'A long text. '.repeat(640) },
  short: { messages: TALK, snippets: true, draft: 'Yes, see you then.' },
}
