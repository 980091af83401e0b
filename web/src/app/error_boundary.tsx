// A screen that breaks says so and can be left; what was typed is on the disk already.

import { Component, type ReactNode } from 'react';
import { Button, Empty } from '../ui';

export class ErrorBoundary extends Component<{ children: ReactNode }, { broken: boolean }> {
  override state = { broken: false };

  static getDerivedStateFromError() {
    return { broken: true };
  }

  override render() {
    if (!this.state.broken) return this.props.children;
    return (
      <main className="main" id="main">
        <h1>This page broke</h1>
        <Empty
          level={2}
          title="The mistake is ours"
          action={<Button onClick={() => location.reload()}>Reload</Button>}
        >
          <p>What you typed is kept. Reloading shows the page again.</p>
        </Empty>
      </main>
    );
  }
}
