import { Component, type ReactNode } from 'react'
import { text } from '../../lib/domain/texts.ts'
import { Button } from '../ui/Button.tsx'
import { EmptyState } from '../ui/EmptyState.tsx'

interface ErrorBoundaryProps {
  children: ReactNode
}

/** Shows a way on where a page broke, mostly because the browser refuses its database. */
export class ErrorBoundary extends Component<ErrorBoundaryProps, { failed: boolean }> {
  override state = { failed: false }

  static getDerivedStateFromError(): { failed: boolean } {
    return { failed: true }
  }

  override render(): ReactNode {
    if (!this.state.failed) return this.props.children
    return (
      <div role="alert">
        <EmptyState
          title={text('platform_broken_title')}
          action={
            <Button variant="primary" onClick={() => location.reload()}>
              {text('common_reload')}
            </Button>
          }
        >
          {text('platform_broken_hint')}
        </EmptyState>
      </div>
    )
  }
}
