import { createElement, memo, type SVGProps } from 'react'

type Shape = readonly [tag: string, attributes: Readonly<Record<string, string>>]

interface IconProps extends SVGProps<SVGSVGElement> {
  size?: number
}

/**
 * Makes the component of an icon in place of lucide's own maker (see the build's aliases): one path for all its shapes,
 * and rendered again only with other props. A thread has a dozen icons, each two components and three shapes otherwise.
 */
export default function createIcon({ node }: { node: readonly Shape[] }) {
  const d = pathOf(node)
  return memo(function Icon({ size = 24, strokeWidth = 2, ...props }: IconProps) {
    return createElement(
      'svg',
      {
        width: size,
        height: size,
        viewBox: '0 0 24 24',
        fill: 'none',
        stroke: 'currentColor',
        strokeWidth,
        strokeLinecap: 'round',
        strokeLinejoin: 'round',
        ...props,
      },
      createElement('path', { d }),
    )
  })
}

/** The outlines of all shapes of an icon as the data of one path. */
export function pathOf(shapes: readonly Shape[]): string {
  return shapes.map(([tag, attributes]) => outlineOf(tag, attributes)).join('')
}

function outlineOf(tag: string, { d = '', points = '', ...rest }: Shape[1]): string {
  const n = (name: string) => Number(rest[name] ?? 0)
  switch (tag) {
    case 'path':
      // It may begin with a step, which counts from where the shape before has ended.
      return `M0 0${d}`
    case 'circle':
      return ellipse(n('cx'), n('cy'), n('r'), n('r'))
    case 'ellipse':
      return ellipse(n('cx'), n('cy'), n('rx'), n('ry'))
    case 'line':
      return `M${n('x1')} ${n('y1')}L${n('x2')} ${n('y2')}`
    case 'polyline':
      return `M${points}`
    case 'polygon':
      return `M${points}z`
    case 'rect':
      return rectangle(n('x'), n('y'), n('width'), n('height'), n(rest.rx === undefined ? 'ry' : 'rx'))
    default:
      throw new Error(`Icons have no <${tag}>`)
  }
}

function ellipse(cx: number, cy: number, rx: number, ry: number): string {
  return `M${cx - rx} ${cy}a${rx} ${ry} 0 1 0 ${2 * rx} 0a${rx} ${ry} 0 1 0 ${-2 * rx} 0z`
}

/** With corners of one radius. */
function rectangle(x: number, y: number, width: number, height: number, r: number): string {
  const corner = (dx: number, dy: number) => `a${r} ${r} 0 0 1 ${dx} ${dy}`
  const [across, down] = [width - 2 * r, height - 2 * r]
  return `M${x + r} ${y}h${across}${corner(r, r)}v${down}${corner(-r, r)}h${-across}${corner(-r, -r)}v${-down}${corner(r, -r)}z`
}
