import type { Language } from './types'

export interface NamePool {
  language: Language
  weight: number
  /** Share of these people who write in `language` rather than in English. */
  writesOwnLanguage: number
  familyFirst?: boolean
  joiner?: string
  first: readonly string[]
  last: readonly string[]
}

const words = (text: string): string[] => text.split(' ')

export const NAMES: readonly NamePool[] = [
  {
    language: 'en',
    weight: 30,
    writesOwnLanguage: 1,
    first: words(
      'Amelia Marcus Priya Hannah Theo Grace Julian Nora Caleb Imogen Desmond Ruth Isaac Leila Patrick Fiona Wesley Tamsin Rohan Abigail',
    ),
    last: words(
      'Whitcombe Okafor Hargreaves Sandoval Ellery Brookfield Castellane Mbeki Thornbury Raman Delacroix Pemberton Ashworth Kowalczyk Voss Langley Quintero Fairweather Oduya Merrick',
    ),
  },
  {
    language: 'de',
    weight: 10,
    writesOwnLanguage: 0.4,
    first: words('Jürgen Annelie Matthias Käthe Sören Heike Lukas Friederike Björn Ulrike Jonas Mareike'),
    last: words(
      'Großmann Weißhaupt Müllerhoff Krämer Lindström Vogelsang Schäfer Brückner Øvergaard Holzapfel',
    ),
  },
  {
    language: 'fr',
    weight: 8,
    writesOwnLanguage: 0.4,
    first: words('Élodie Benoît Chloé Gaëtan Océane Loïc Maëlle Étienne Zoé Cédric'),
    last: words('Lefèvre Beauchêne Garçonnet Thévenot Aubépin Desrosiers Pélissier Fontenoy Brûlé Marchais'),
  },
  {
    language: 'es',
    weight: 8,
    writesOwnLanguage: 0.4,
    first: words('Íñigo Lucía Andrés Begoña Joaquín Marisol Sebastián Ximena Ramón Paloma'),
    last: words('Núñez Ibarrola Peñalosa Echeverría Zúñiga Montalbán Cárdenas Villaseñor Quiñones Aranda'),
  },
  {
    language: 'pt',
    weight: 6,
    writesOwnLanguage: 0.4,
    first: words('João Inês Caetano Conceição Tomé Beatriz Gonçalo Leonor Vítor Assunção'),
    last: words('Magalhães Carvalho Brandão Simões Falcão Guimarães Leitão Pontes Varejão Sequeira'),
  },
  {
    language: 'en',
    weight: 9,
    writesOwnLanguage: 1,
    first: words('Łukasz Agnieszka Dvořák Škëlqim Zofia Čedomir Nguyễn Thảo Gökçe Şebnem Iğdır Włodzimierz'),
    last: words('Wiśniewski Žižka Trần Yıldırım Krzyżanowska Šimůnek Phạm Çetinkaya Găitan Brzęczyk'),
  },
  {
    language: 'en',
    weight: 8,
    writesOwnLanguage: 1,
    first: words('Ananya Chidinma Vikram Adaeze Siddharth Ngozi Karthik Folasade Meera Tunde'),
    last: words(
      'Venkataraghavan Adeyemi Krishnamurthy Nwachukwu Iyer Balogun Chatterjee Eze Subramaniam Akintola',
    ),
  },
  {
    language: 'ja',
    weight: 5,
    writesOwnLanguage: 0.7,
    familyFirst: true,
    joiner: ' ',
    first: words('葵 大輔 美咲 健太 陽子 翔 さくら 直樹'),
    last: words('高橋 小林 渡辺 藤原 松本 斎藤 長谷川 五十嵐'),
  },
  {
    language: 'zh',
    weight: 5,
    writesOwnLanguage: 0.7,
    familyFirst: true,
    first: words('晓明 思远 雨桐 建国 欣怡 子轩 佳琪 文博'),
    last: words('王 李 欧阳 陈 林 司徒 赵 周'),
  },
  {
    language: 'ko',
    weight: 3,
    writesOwnLanguage: 0.7,
    familyFirst: true,
    first: words('서연 민준 지우 하은 도윤 수빈'),
    last: words('김 박 최 남궁 정 한'),
  },
  {
    language: 'ar',
    weight: 5,
    writesOwnLanguage: 0.7,
    first: words('ليلى يوسف مريم عمر نور خالد سلمى طارق'),
    last: words('الحداد المنصوري الزهراني بن‌سالم القاسمي الخطيب النجار درويش'),
  },
  {
    language: 'he',
    weight: 2,
    writesOwnLanguage: 0.7,
    first: words('נועה איתן מיכל יונתן תמר אורי'),
    last: words('לוינסקי בן־דור אלקיים שפירא רוזנטל ברק'),
  },
]

/** Names that break layouts: very long, one word, emoji, titles, all lower case. */
export const UNUSUAL_NAMES: readonly { name: string; firstName: string }[] = [
  {
    name: 'Maria Fernanda de Oliveira Sampaio Cavalcanti e Albuquerque',
    firstName: 'Maria Fernanda',
  },
  { name: 'Dr. Priyadarshini Raghunathan-Whitfield, PhD, PMP®, CSM', firstName: 'Priyadarshini' },
  { name: 'Jonas Weber 🚀', firstName: 'Jonas' },
  { name: '✨ Coco Marchetti ✨ (she/her)', firstName: 'Coco' },
  { name: 'Sukarno', firstName: 'Sukarno' },
  { name: "Siobhán O'Shaughnessy-d'Arcy", firstName: 'Siobhán' },
  { name: 'bo li', firstName: 'bo' },
  { name: 'Hubert Blaine Wolfeschlegelsteinhausenbergerdorff Sr.', firstName: 'Hubert' },
  { name: 'Zoë “Zee” van der Meulen-Achterberg', firstName: 'Zoë' },
  { name: '김지훈 (Jihoon Kim)', firstName: 'Jihoon' },
  { name: '👩🏽‍🚀 Tendai Mukwashi', firstName: 'Tendai' },
  { name: 'محمد Al-Rashidi', firstName: 'Mohammed' },
]
