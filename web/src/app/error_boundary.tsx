// A screen that breaks says so and can be left; what was typed is on the disk already.

import { Component, type ReactNode } from 'react';
import { ButtonLink, numberOf, OurFault } from '../ui';

interface ErrorBoundaryProps {
  build: string;
  /** The way out, where the frame still stands. */
  home?: string;
  /** Brings its own frame: the page has no main part yet. */
  bare?: boolean;
  children: ReactNode;
}

export class ErrorBoundary extends Component<ErrorBoundaryProps, { mistake?: unknown; broken: boolean }> {
  override state: { mistake?: unknown; broken: boolean } = { broken: false };

  static getDerivedStateFromError(mistake: unknown) {
    return { mistake, broken: true };
  }

  override render() {
    if (!this.state.broken) return this.props.children;
    const { build, home, bare } = this.props;
    const { mistake } = this.state;
    const number = numberOf(mistake, build);
    const stack = mistake instanceof Error ? mistake.stack : String(mistake);
    const words = [number, build, location.pathname, stack].join('\n');
    const page = (
      <>
        <h1>This page broke</h1>
        <OurFault
          number={number}
          onAgain={() => location.reload()}
          onCopy={() => navigator.clipboard?.writeText(words)}
        >
          {home && (
            <ButtonLink small look="quiet" to={home}>
              Go to Today
            </ButtonLink>
          )}
        </OurFault>
      </>
    );
    return bare ? (
      <main className="main stack-4" id="main">
        {page}
      </main>
    ) : (
      <div className="stack-4">{page}</div>
    );
  }
}
