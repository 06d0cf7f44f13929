import type { Language } from '../world/types'
import { script } from './script'

const later = (language: Language, exchanges: string[][]) =>
  exchanges.map((lines) => script('any', 'follows', lines, language))

/** Short exchanges for people who write in their own language and know us already. */
export const OTHER_LANGUAGES_LATER = [
  ...later('de', [
    [
      '> Wie lief die Präsentation am Montag?',
      '< Sehr gut, danke! Der Vorstand will im Herbst starten.',
      '> Das freut mich riesig.',
    ],
    [
      '< Haben Sie die Rechnung schon erhalten? Ich finde sie bei mir nicht mehr.',
      '> Hier ist sie noch einmal.[Rechnung.pdf]',
      '< Vielen Dank, ist verbucht.',
    ],
    ['> Schöne Grüße aus {place}!', '< Grüße zurück, bei uns regnet es seit {number} Tagen 😄'],
  ]),
  ...later('fr', [
    [
      '< Nous avons bien reçu le contrat signé, merci. On commence le premier du mois.',
      '> Excellente nouvelle. Qui sera mon contact chez vous ?',
      '< Moi-même, et ma collègue Océane pour la technique.',
    ],
    ['> Bonne année, {first} ! 🎆', '< Merci {me}, tous mes vœux également !'],
    [
      '< Le lien ne marche plus, pouvez-vous me le renvoyer ?',
      '> Bien sûr : https://docs.example.com/fr/{number}',
      '< C’est bon, merci.',
    ],
  ]),
  ...later('es', [
    [
      '> ¿Qué tal fue la reunión con el comité?',
      '< Muy bien, aprobaron el presupuesto sin una sola pregunta.',
      '> No me lo creo 😄 ¡Enhorabuena!',
    ],
    [
      '< ¿Me puedes pasar la presentación del otro día?',
      '> Aquí la tienes.[Presentación.pdf]',
      '< Mil gracias.',
    ],
  ]),
  ...later('pt', [
    [
      '< A equipa gostou muito. Podemos avançar com um piloto de três meses?',
      '> Claro que sim. Envio a proposta até sexta.',
      '< Combinado.',
    ],
    ['> Estarei em {place} na próxima semana. Um café?', '< Com certeza! Quarta às {time}?', '> Perfeito.'],
  ]),
  ...later('ja', [
    [
      '> 先日はお打ち合わせの機会をいただき、ありがとうございました。',
      '< こちらこそ、ありがとうございました。社内で検討し、来週中にご連絡いたします。',
    ],
    [
      '< 契約書を確認しました。一点だけ修正をお願いできますか。',
      '> 承知しました。修正版をお送りします。[契約書.pdf]',
      '< 確認しました。問題ございません。',
    ],
    ['> 明けましておめでとうございます。', '< おめでとうございます。本年もよろしくお願いいたします。'],
  ]),
  ...later('zh', [
    ['< 上次的试用反馈很好,我们想再加二十个账号。', '> 太好了!我马上为您开通。', '< 谢谢,效率真高 👍'],
    ['> 下周我会到上海,方便见一面吗?', '< 欢迎!周三下午三点可以吗?', '> 可以,到时见。'],
    ['< 发票收到了,月底前付款。', '> 好的,谢谢!'],
  ]),
  ...later('ko', [
    [
      '< 보내주신 자료 잘 봤습니다. 팀에서도 긍정적으로 검토하고 있어요.',
      '> 좋은 소식이네요! 궁금한 점 있으면 언제든 말씀해 주세요.',
    ],
    ['> 다음 주 미팅 시간 그대로 괜찮으신가요?', '< 네, 그대로 진행하겠습니다.'],
  ]),
  ...later('ar', [
    [
      '< راجعنا العرض مع الفريق، ولدينا سؤالان فقط قبل التوقيع.',
      '> تفضل، أنا جاهز للإجابة.',
      '< الأول عن مدة العقد، والثاني عن الدعم الفني خارج أوقات العمل.',
    ],
    ['> كل عام وأنتم بخير 🌙', '< وأنت بألف خير، شكراً جزيلاً.'],
    [
      '< هل يمكن تأجيل الاجتماع إلى الغد الساعة 11:15؟',
      '> نعم، لا مشكلة. https://meet.example.com/ar/{number}',
    ],
  ]),
  ...later('he', [
    ['< דיברתי עם הצוות ויש אור ירוק. מה השלב הבא?', '> נהדר! אשלח חוזה עוד היום.', '< מחכה, תודה 🙏'],
    ['> חג שמח!', '< תודה, גם לך ולמשפחה!'],
  ]),
]
