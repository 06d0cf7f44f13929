import { describe, expect, it } from 'vitest'
import { companyInHeadline } from '../../../lib/domain/companyInHeadline.ts'
import { namePartsOf } from '../../../lib/domain/personName.ts'
import { blanksIn, fillSnippet } from '../../../lib/domain/snippetText.ts'
import { usesSnippet } from '../../../lib/domain/usesSnippet.ts'

describe('a snippet', () => {
  it('is filled with what is known; what is not stays visible', () => {
    const text = 'Hi {firstName} {lastName}, how is {company}? {myFirstName}'
    expect(fillSnippet(text, { firstName: 'Ines', company: 'Northwind', myFirstName: 'Mara' })).toBe(
      'Hi Ines {lastName}, how is Northwind? Mara',
    )
  })

  it.each([
    ['I saw {company?} is hiring', 'I saw is hiring'],
    ['How are things at {company?}?', 'How are things at?'],
    ['{company?} Hello', 'Hello'],
    ['Hello {company?}', 'Hello'],
    ['Hello\n{company?} there', 'Hello\nthere'],
    ['A {company?}, and more', 'A, and more'],
  ])('leaves an optional blank out with the space around it: %s', (text, expected) => {
    expect(fillSnippet(text, {})).toBe(expected)
  })

  it('fills an optional blank that is known', () => {
    expect(fillSnippet('I saw {company?} is hiring', { company: 'Northwind' })).toBe(
      'I saw Northwind is hiring',
    )
  })

  it('understands other spellings of its variables, and takes other words for blanks to fill by hand', () => {
    expect(fillSnippet('{first_name} {FIRSTNAME} {role}', { firstName: 'Ines' })).toBe('Ines Ines {role}')
    expect(
      blanksIn('Hi {firstName} {role} { x } {} {1}').map(({ text, variable }) => [text, variable]),
    ).toEqual([
      ['{firstName}', 'firstName'],
      ['{role}', null],
    ])
  })

  it('never takes a filled-in value for a blank of its own', () => {
    expect(fillSnippet('{firstName} at {company}', { firstName: '{company}', company: 'Northwind' })).toBe(
      '{company} at Northwind',
    )
  })

  it('is found again in a text that was made from it, unless it is too short to tell', () => {
    const snippet = 'Hi {firstName},\n\nI build teams for data companies. {myFirstName}'
    expect(usesSnippet('hi Ines, I build  teams for data companies. Mara', snippet)).toBe(true)
    expect(usesSnippet('Hi Ines, I build houses.', snippet)).toBe(false)
    expect(usesSnippet('Thanks a lot!', 'Thanks a lot!')).toBe(false)
  })
})

describe('a name', () => {
  it.each([
    ['Ines Carvalho', 'Ines', 'Carvalho'],
    ['Dr. Ines Carvalho, PhD', 'Ines', 'Carvalho'],
    ['Anna van der Berg', 'Anna', 'van der Berg'],
    ['Jonas (he/him) Weber', 'Jonas', null],
    ['Mary Ann Smith | Coach', 'Mary', 'Smith'],
    ['J. Weber', null, 'Weber'],
    ['Cher', 'Cher', null],
    ['山田 太郎', null, null],
    ['김민준', null, null],
    ['LinkedIn member', null, null],
    ['🚀', null, null],
    ['', null, null],
    [null, null, null],
  ])('%s', (name, firstName, lastName) => {
    expect(namePartsOf(name)).toEqual({ firstName, lastName })
  })
})

describe('the company of a headline', () => {
  it.each([
    ['Head of Data at Northwind', 'Northwind'],
    ['Head of Data at Northwind | Speaker', 'Northwind'],
    ['CTO @ Blue Finch · advisor', 'Blue Finch'],
    ['Engineer at 3Wave, Berlin', '3Wave'],
    ['営業 at 北風', '北風'],
    ['Head of Data', null],
    ['Good at sales', null],
    ['Looking at new things', null],
    ['Former CTO at Northwind', null],
    ['CTO at Northwind, advisor at Finch', null],
    ['at Northwind', null],
    ['Working at the edge', null],
    [null, null],
  ])('%s', (headline, company) => {
    expect(companyInHeadline(headline)).toBe(company)
  })
})
