import { script } from './script'

/** Short exchanges between people who know each other; they fill long threads. */
export const EVERYDAY = [
  script('any', 'follows', ['> Happy birthday, {first}! 🎂', '< Thank you, {me}, that is sweet of you!']),
  script('any', 'follows', [
    '< Do you have ten minutes on {day}? I would like to hear your opinion on something before I decide it.',
    '> Sure, call me at {time}.',
    '< Thanks. It is about an offer, not about a problem.',
    '> Now I am curious.',
  ]),
  script('any', 'follows', [
    '> Thought of you when I read this: https://blog.example.org/posts/{number}',
    '< Ha, that could be about us. Sharing it with the team.',
  ]),
  script('any', 'follows', [
    '< Could you send me the address of the designer you worked with last year?',
    '> Her site is https://studio.example.net/ and she answers email within a day: hello@studio.example.net. Give her my regards.',
    '< Will do, thank you!',
  ]),
  script('any', 'follows', [
    '> Are we still on for {day}?',
    '< Yes! Could we make it {time} instead? The school called.',
    '> {time} is even better for me.',
    '< 🙏',
  ]),
  script('any', 'follows', [
    '< Congratulations on the new role, well deserved!',
    '> Thank you, {first}. How are things at {company}?',
    '< Busy in a good way. We are 40 people now, and I no longer know everybody by name, which scares me.',
    '> It passes at 60, then you stop trying 😄',
  ]),
  script('any', 'follows', [
    '< Quick check before I forward it: is this the latest version?[Plan Q3 (final).xlsx]',
    '> No, that one still has the old totals. The right one:[Plan Q3 (final 2).xlsx]',
    '< We should be ashamed of these names.',
    '> Deeply.',
  ]),
  script('any', 'follows', [
    '> I will be in {place} from {day} to the weekend. Lunch?',
    '< Gladly. There is a new noodle place behind the station. {time}?',
    '> See you there.',
    '<~ That was fun, let us not wait a year again. The list we spoke about is attached.[List.pdf]',
    '> Thank you, {first}!',
  ]),
  script('any', 'follows', [
    '< May I give your name to a friend? She is setting up a team much like yours and has a hundred questions, all of them good ones.',
    '> Of course. Tell her to mention you, then I answer the same day.',
  ]),
  script('any', 'follows', [
    '<~ I am leaving {company} at the end of the month. It was eight years, and I am a bit proud and a bit sad. I do not know yet what comes next; first a long walk through Portugal.\n\nI wanted you to hear it from me and not from the feed. Thank you for the patience with all my late invoices.\n\nStay in touch?',
    '> {first}, what a message. Enjoy the walk, you deserve every kilometre of it. Of course we stay in touch. When you are back, dinner is on me.',
    '< Deal. I will send a postcard.',
    '<~ [Camino day 9.jpg]',
    '> I am jealous of that sky.',
  ]),
  script('any', 'follows', ['< ok', '> 👍']),
  script('any', 'follows', [
    '> Did the introduction work out?',
    '< It did, we had two calls. She starts as an advisor in autumn. I owe you one!',
    '> You owe me nothing. Well, maybe a coffee.',
  ]),
]

/** One-line messages from the other side: for traffic in the demo and for threads that must end inbound. */
export const PINGS: readonly string[] = [
  'Just following up on this, no pressure at all.',
  'Does Thursday still work for you?',
  'Sorry for the slow answer, it has been a week. Yes, let us do it!',
  'Sent you an email with the details, have a look when you can.',
  'One more thing: who else should be in the call?',
  'Great, thank you!',
  'Could we move it to next week? Something came up here.',
  'I talked to my team and they are on board. What is the next step?',
  'Quick question, is the link still valid? It gives me an error: https://www.example.com/r/41',
  'Perfect 👌',
  'Are you around for a call this afternoon?',
  'I have three minutes between meetings, so in short: yes, and thank you for the patience.',
  'Just saw your news, congratulations! 🎉',
  'Which address should the invoice go to? Mine is accounts@example.com.',
  'Thinking about it again, I would rather start small: one team, one month, and then decide together. Would that be possible on your side?',
  'Hi, are you the right person to talk to about this?',
  'Done, signed and sent back ✅',
  'I will be ten minutes late, sorry!',
  'Happy to help. What do you need from me?',
  'Let me check with finance and come back to you tomorrow.',
]
