// Draws the little Markdown of prose.ts.

import { Fragment } from 'react';
import { type Block, blocksOf, type Span } from './prose';

export function Spans({ spans }: { spans: readonly Span[] }) {
  return spans.map((span, index) => {
    // biome-ignore lint/suspicious/noArrayIndexKey: a text is drawn anew as a whole
    return <Fragment key={index}>{drawn(span)}</Fragment>;
  });
}

function drawn(span: Span) {
  if (span.kind === 'bold') return <strong>{span.text}</strong>;
  if (span.kind === 'italic') return <em>{span.text}</em>;
  if (span.kind === 'link')
    return (
      <a href={span.href} rel="noopener noreferrer">
        {span.text}
      </a>
    );
  return span.text;
}

export function Blocks({ blocks }: { blocks: readonly Block[] }) {
  return blocks.map((block, index) => {
    // biome-ignore lint/suspicious/noArrayIndexKey: a text is drawn anew as a whole
    return <Fragment key={index}>{drawnBlock(block)}</Fragment>;
  });
}

function drawnBlock(block: Block) {
  if (block.kind === 'heading')
    return (
      <p>
        <strong>
          <Spans spans={block.spans} />
        </strong>
      </p>
    );
  if (block.kind === 'paragraph')
    return (
      <p>
        <Spans spans={block.spans} />
      </p>
    );
  const lines = block.lines.map((line, index) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: a text is drawn anew as a whole
    <li key={index}>
      <Spans spans={line.spans} />
    </li>
  ));
  return block.ordered ? <ol>{lines}</ol> : <ul>{lines}</ul>;
}

export function Prose({ text }: { text: string }) {
  return (
    <div className="prose">
      <Blocks blocks={blocksOf(text)} />
    </div>
  );
}
