/** Made-up people and what they write: short and long, in several scripts and directions. */
export const PEOPLE: readonly (readonly [name: string, text: string])[] = [
  ['Ines Carvalho', 'Thursday at 10 works for me. Shall I send the invite?'],
  ['דנה לוי', 'שלום, קיבלתי את ההצעה שלך ואשמח לדבר עליה השבוע אם מתאים לך'],
  ['山田 太郎', 'ご連絡ありがとうございます。来週の火曜日はいかがでしょうか。'],
  [
    'Maximiliane-Charlotte von Hohenzollern-Württemberg zu Lichtenstein, Prof. Dr. Dr. h.c.',
    'Thanks for reaching out. I have forwarded your profile to our head of talent and she will come back to you before the end of the month.',
  ],
  ['أحمد الفارسي', 'شكرا جزيلا على رسالتك، هل يمكننا التحدث غدا صباحا؟'],
  ['Jonas Weber', 'Could you share the salary range for the staff role?'],
  ['🚀 Priya Raman', 'We closed the round 🎉 so hiring is on again'],
  ['Tom O’Neill', 'ok'],
  ['Anna Lindqvist, Björn Ek, Sara Nyström', 'Let us all meet in Gothenburg then'],
  ['김민준', '네, 감사합니다. 이력서를 보내드리겠습니다.'],
  ['Łukasz Żółć', 'https://example.com/a/very/long/path/that/never/ends/and/has/no/spaces/in/it/at/all.html'],
  ['Grace Okafor', ''],
  ['LinkedIn member', 'Hi! I came across your profile and was impressed.'],
  ['Chen Wei 陈伟', '好的，周五见。'],
  ['Marta Ruiz', 'Perfect, I will bring the signed contract with me'],
  ['David Cohen', 'Following up on my note from last week, any news from the team?'],
]
