import type { ComponentProps } from 'react'
import type { CustomContainerComponent } from 'virtua'
import { text } from '../../lib/domain/texts.ts'
import { moveBetweenRows } from './moveBetweenRows.ts'

type ContainerProps = ComponentProps<CustomContainerComponent>

/** The list that virtua fills; made here because virtua hands a plain tag no name. */
export function ListElement({ ref, ...rest }: ContainerProps) {
  return <ul {...rest} ref={ref} aria-label={text('list_label')} onKeyDown={moveBetweenRows} />
}
