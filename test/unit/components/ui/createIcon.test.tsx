// @vitest-environment happy-dom
import { render } from '@testing-library/react'
import { expect, test } from 'vitest'
import createIcon, { pathOf } from '../../../../components/ui/createIcon.ts'

test('all shapes of an icon are one path, each beginning where it stands', () => {
  expect(
    pathOf([
      ['path', { d: 'm1 2 3 4' }],
      ['circle', { cx: '12', cy: '12', r: '10' }],
      ['line', { x1: '1', y1: '2', x2: '3', y2: '4' }],
      ['polyline', { points: '1 2 3 4' }],
      ['rect', { x: '2', y: '4', width: '20', height: '16', rx: '2' }],
    ]),
  ).toBe(
    [
      'M0 0m1 2 3 4',
      'M2 12a10 10 0 1 0 20 0a10 10 0 1 0 -20 0z',
      'M1 2L3 4',
      'M1 2 3 4',
      'M4 4h16a2 2 0 0 1 2 2v12a2 2 0 0 1 -2 2h-16a2 2 0 0 1 -2 -2v-12a2 2 0 0 1 2 -2z',
    ].join(''),
  )
  expect(() => pathOf([['text', {}]])).toThrow('text')
})

test('an icon takes size, weight, class and what hides it from screen readers', () => {
  const Icon = createIcon({ node: [['path', { d: 'M1 2' }]] })
  const { container } = render(<Icon size={16} strokeWidth={1.75} className="small" aria-hidden />)
  const svg = container.querySelector('svg')
  expect(svg?.childElementCount).toBe(1)
  const named = ['width', 'height', 'stroke-width', 'stroke', 'class', 'aria-hidden']
  expect(named.map((name) => svg?.getAttribute(name))).toEqual([
    '16',
    '16',
    '1.75',
    'currentColor',
    'small',
    'true',
  ])
})
